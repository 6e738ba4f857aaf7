package org.apache.rocketmq.common.json;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Turns a parsed tree into the type that the caller names. Every failure says at which path. */
final class JsonBinder {
    private JsonBinder() {}

    /** {@code value} as a {@code type}, where a primitive class stands for its box. */
    @SuppressWarnings("unchecked")
    static <T> T cast(Class<T> type, Object value) {
        return type.isPrimitive() ? (T) value : type.cast(value);
    }

    static Object bind(Object node, Type type, JsonPath path) {
        if (node == null) {
            return null;
        }
        Class<?> raw = rawClass(type);
        if (raw == Object.class) {
            return node;
        }
        if (Map.class.isAssignableFrom(raw)) {
            return bindMap(node, raw, type, path);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            Collection<Object> target = newCollection(raw, path);
            for (Object element : elements(node, path)) {
                target.add(bind(element, argument(type, 0), path.element(target.size())));
            }
            return target;
        }
        if (raw.isArray()) {
            return bindArray(node, raw.getComponentType(), path);
        }
        if (ScalarBinding.accepts(raw)) {
            return ScalarBinding.bind(node, raw, path);
        }
        if (node instanceof Map<?, ?> members) {
            return bindBean(members, raw, path);
        }
        throw mismatch(node, raw, path);
    }

    private static Object bindBean(Map<?, ?> members, Class<?> raw, JsonPath path) {
        BeanShape shape = BeanShape.of(raw);
        Object bean = shape.create(arguments(shape, members, path), raw);
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = String.valueOf(member.getKey());
            BeanShape.Property property = shape.find(name);
            if (property == null || property.type() == null) {
                continue;
            }
            Object value = bind(member.getValue(), property.type(), path.member(name));
            if (value != null) {
                property.set(bean, value);
            }
        }
        return bean;
    }

    private static Object[] arguments(BeanShape shape, Map<?, ?> members, JsonPath path) {
        Collection<Parameter> parameters = shape.parameters();
        Object[] arguments = new Object[parameters.size()];
        int i = 0;
        for (Parameter parameter : parameters) {
            Object value = bind(
                    members.get(parameter.getName()),
                    parameter.getParameterizedType(),
                    path.member(parameter.getName()));
            arguments[i++] = value == null ? ScalarBinding.absent(parameter.getType()) : value;
        }
        return arguments;
    }

    private static Map<Object, Object> bindMap(Object node, Class<?> raw, Type type, JsonPath path) {
        Map<Object, Object> target = newMap(raw, path);
        if (node instanceof List<?> list && list.isEmpty()) {
            return target;
        }
        if (!(node instanceof Map<?, ?> members)) {
            throw mismatch(node, raw, path);
        }
        boolean texts = Properties.class.isAssignableFrom(raw);
        Type keyType = texts ? String.class : argument(type, 0);
        Type valueType = texts ? String.class : argument(type, 1);
        for (Map.Entry<?, ?> member : members.entrySet()) {
            Object key = bindKey(member.getKey(), keyType, path);
            Object value = bind(member.getValue(), valueType, path.member(member.getKey()));
            if (key != null && value != null) {
                target.put(key, value);
            }
        }
        return target;
    }

    /** An object key may also come as a text that holds the object: there is no standard form. */
    private static Object bindKey(Object key, Type type, JsonPath path) {
        Class<?> raw = rawClass(type);
        boolean hidden = key instanceof String text && text.startsWith("{");
        if (hidden && raw != Object.class && !ScalarBinding.accepts(raw)) {
            return bind(new JsonParser((String) key).parse(), type, path);
        }
        return bind(key, type, path.key());
    }

    private static Object bindArray(Object node, Class<?> component, JsonPath path) {
        if (component == byte.class && node instanceof String text) {
            return Base64.getDecoder().decode(text);
        }
        List<?> elements = elements(node, path);
        Object array = Array.newInstance(component, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Object element = bind(elements.get(i), component, path.element(i));
            if (element != null) {
                Array.set(array, i, element);
            }
        }
        return array;
    }

    private static List<?> elements(Object node, JsonPath path) {
        if (node instanceof List<?> list) {
            return list;
        }
        // Clients in languages without a difference between empty lists and maps send {} for both.
        // A single object stands for a list of one.
        if (node instanceof Map<?, ?> map) {
            return map.isEmpty() ? List.of() : List.of(map);
        }
        throw mismatch(node, List.class, path);
    }

    private static Collection<Object> newCollection(Class<?> raw, JsonPath path) {
        if (raw.isAssignableFrom(ArrayList.class)) {
            return new ArrayList<>();
        }
        if (raw == HashSet.class || raw.isAssignableFrom(HashSet.class)) {
            return new HashSet<>();
        }
        if (raw == LinkedHashSet.class) {
            return new LinkedHashSet<>();
        }
        if (SortedSet.class.isAssignableFrom(raw) && raw.isAssignableFrom(TreeSet.class)) {
            return new TreeSet<>();
        }
        if (raw.isAssignableFrom(LinkedList.class)) {
            return new LinkedList<>();
        }
        throw new JsonException("cannot make a " + raw.getName() + " at " + path);
    }

    private static Map<Object, Object> newMap(Class<?> raw, JsonPath path) {
        if (raw.isAssignableFrom(HashMap.class)) {
            return new HashMap<>();
        }
        if (raw == ConcurrentMap.class || raw == ConcurrentHashMap.class) {
            return new ConcurrentHashMap<>();
        }
        if (raw == LinkedHashMap.class) {
            return new LinkedHashMap<>();
        }
        if (SortedMap.class.isAssignableFrom(raw) && raw.isAssignableFrom(TreeMap.class)) {
            return new TreeMap<>();
        }
        if (raw.isAssignableFrom(Properties.class)) {
            return new Properties();
        }
        throw new JsonException("cannot make a " + raw.getName() + " at " + path);
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[index]
                : Object.class;
    }

    private static Class<?> rawClass(Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        }
        if (type instanceof ParameterizedType parameterized) {
            return rawClass(parameterized.getRawType());
        }
        if (type instanceof WildcardType wildcard) {
            return rawClass(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof GenericArrayType array) {
            return rawClass(array.getGenericComponentType()).arrayType();
        }
        return Object.class;
    }

    static JsonException mismatch(Object node, Class<?> wanted, JsonPath path) {
        String found = Json.write(node);
        String shown = found.length() > 40 ? found.substring(0, 40) + "..." : found;
        return new JsonException(
                "JSON has " + shown + " at " + path + " where a " + wanted.getSimpleName() + " belongs");
    }
}
