package org.apache.rocketmq.common.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The properties of one class as JSON sees them: public getters and setters, or the components of a record. Computed once
 * per class. Immutable.
 */
final class BeanShape {
    private static final ClassValue<BeanShape> SHAPES = new ClassValue<>() {
        @Override
        protected BeanShape computeValue(Class<?> type) {
            return new BeanShape(type);
        }
    };

    private final List<Property> readable = new ArrayList<>();
    private final Map<String, Property> byName = new HashMap<>();
    private final Map<String, Property> byFoldedName = new HashMap<>();
    private final Constructor<?> constructor;
    private final List<Parameter> parameters;

    static BeanShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private BeanShape(Class<?> type) {
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                property(component.getName()).getter = opened(component.getAccessor());
            }
        } else {
            for (Method method : type.getMethods()) {
                take(type, method);
            }
        }
        for (Property property : new TreeMap<>(byName).values()) {
            byFoldedName.putIfAbsent(folded(property.name), property);
            if (property.getter != null) {
                readable.add(property);
            }
        }
        constructor = constructorOf(type);
        parameters = constructor == null ? List.of() : List.of(constructor.getParameters());
    }

    private void take(Class<?> type, Method method) {
        if (Modifier.isStatic(method.getModifiers())
                || method.isBridge()
                || method.getDeclaringClass() == Object.class) {
            return;
        }
        String name = propertyName(method);
        if (name == null || isTransient(type, name)) {
            return;
        }
        Property property = property(name);
        if (method.getParameterCount() == 1) {
            property.setter = opened(method);
            property.type = method.getGenericParameterTypes()[0];
        } else if (property.getter == null || property.getter.getReturnType() != boolean.class) {
            property.getter = opened(method);
        }
    }

    private Property property(String name) {
        return byName.computeIfAbsent(name, Property::new);
    }

    /** The property that a getter or setter stands for; null for any other method. Only the first letter is lowered. */
    private static String propertyName(Method method) {
        String name = method.getName();
        boolean returnsValue = method.getReturnType() != void.class;
        int prefix;
        if (method.getParameterCount() == 1 && name.startsWith("set")) {
            prefix = 3;
        } else if (method.getParameterCount() == 0 && returnsValue && name.startsWith("get")) {
            prefix = 3;
        } else if (method.getParameterCount() == 0
                && (method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class)
                && name.startsWith("is")) {
            prefix = 2;
        } else {
            return null;
        }
        if (name.length() == prefix || !Character.isUpperCase(name.charAt(prefix))) {
            return null;
        }
        return Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1);
    }

    private static boolean isTransient(Class<?> type, String name) {
        for (Class<?> owner = type; owner != null && owner != Object.class; owner = owner.getSuperclass()) {
            for (var field : owner.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return Modifier.isTransient(field.getModifiers());
                }
            }
        }
        return false;
    }

    /** The constructor without parameters, else the only one there is, whose parameters are named like the properties. */
    private static Constructor<?> constructorOf(Class<?> type) {
        Constructor<?>[] all = type.getDeclaredConstructors();
        Constructor<?> found = all.length == 1 ? all[0] : null;
        for (Constructor<?> candidate : all) {
            if (candidate.getParameterCount() == 0) {
                found = candidate;
            }
        }
        return found == null || Modifier.isAbstract(type.getModifiers()) ? null : openedConstructor(found);
    }

    private static Constructor<?> openedConstructor(Constructor<?> constructor) {
        constructor.setAccessible(true);
        return constructor;
    }

    /** A public method of a class that is not public is reachable only so. */
    private static Method opened(Method method) {
        if (!Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
            method.setAccessible(true);
        }
        return method;
    }

    /** Properties with a getter, sorted by name. */
    List<Property> readable() {
        return readable;
    }

    /** The property of that name, else the one that differs only in case, {@code _} or {@code -}; null if there is none. */
    Property find(String name) {
        Property exact = byName.get(name);
        return exact != null ? exact : byFoldedName.get(folded(name));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    Collection<Parameter> parameters() {
        return parameters;
    }

    Object create(Object[] arguments, Class<?> type) {
        if (constructor == null) {
            throw new JsonException(type.getName() + " cannot be read from JSON: it has no usable constructor");
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new JsonException("cannot make a " + type.getSimpleName() + ": " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new JsonException("cannot make a " + type.getName(), e);
        }
    }

    /** One member: how it is called, read and set. */
    static final class Property {
        private final String name;
        private Method getter;
        private Method setter;
        private Type type;

        private Property(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        /** The type that {@link #set} takes; null when the property cannot be set. */
        Type type() {
            return type;
        }

        Object get(Object bean) {
            return call(getter, bean);
        }

        void set(Object bean, Object value) {
            call(setter, bean, value);
        }

        private Object call(Method method, Object bean, Object... arguments) {
            try {
                return method.invoke(bean, arguments);
            } catch (InvocationTargetException e) {
                throw new JsonException(method + " failed: " + e.getCause(), e.getCause());
            } catch (IllegalAccessException e) {
                throw new JsonException(method + " is not accessible", e);
            }
        }
    }
}
