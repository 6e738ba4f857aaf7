package org.apache.rocketmq.common;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.rocketmq.common.annotation.ImportantField;
import org.apache.rocketmq.common.constant.LoggerName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and sets the properties of plain settings objects by reflection; for start-up and admin, not hot. */
final class BeanProperties {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.COMMON_LOGGER_NAME);

    private BeanProperties() {}

    /** Name and value of every field that has a public getter, in order of declaration, superclass first. */
    static Map<String, Object> fields(Object bean, boolean onlyImportant) {
        Map<String, Object> values = new LinkedHashMap<>();
        Deque<Class<?>> lineage = new ArrayDeque<>();
        for (Class<?> type = bean.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            lineage.push(type);
        }
        for (Class<?> type : lineage) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())
                        || field.isSynthetic()
                        || onlyImportant && !field.isAnnotationPresent(ImportantField.class)) {
                    continue;
                }
                Method getter = getterOf(bean.getClass(), field);
                if (getter != null) {
                    values.put(field.getName(), call(getter, bean));
                }
            }
        }
        return values;
    }

    private static Method getterOf(Class<?> type, Field field) {
        String suffix = Character.toUpperCase(field.getName().charAt(0))
                + field.getName().substring(1);
        for (String name : new String[] {"get" + suffix, "is" + suffix, field.getName()}) {
            try {
                Method method = type.getMethod(name);
                if (method.getReturnType() != void.class) {
                    return method;
                }
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        return null;
    }

    private static Object call(Method method, Object bean, Object... arguments) {
        try {
            return method.invoke(bean, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "cannot call " + method.getName() + " of " + bean.getClass().getName(), e);
        }
    }

    /** Calls every one-argument setter that the properties have a readable value for. */
    static void set(Properties properties, Object bean) {
        for (Method method : bean.getClass().getMethods()) {
            String name = method.getName();
            if (name.length() < 4 || !name.startsWith("set") || method.getParameterCount() != 1) {
                continue;
            }
            String key = Character.toLowerCase(name.charAt(3)) + name.substring(4);
            String text = properties.getProperty(key);
            if (text == null) {
                continue;
            }
            try {
                Object value = parse(text, method.getParameterTypes()[0]);
                if (value != null) {
                    call(method, bean, value);
                }
            } catch (NumberFormatException e) {
                log.warn("property {}={} is no {}; left unchanged", key, text, method.getParameterTypes()[0]);
            }
        }
    }

    /** The text as a value of the type; null if this type is not one that properties can set. */
    private static Object parse(String text, Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> Integer.valueOf(text);
            case "long", "Long" -> Long.valueOf(text);
            case "double", "Double" -> Double.valueOf(text);
            case "float", "Float" -> Float.valueOf(text);
            case "boolean", "Boolean" -> Boolean.valueOf(text);
            case "String" -> text;
            default -> null;
        };
    }
}
