package org.apache.rocketmq.distribution.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public members of the classes in one folder of jars. Nothing in the jars is run. Confined to one thread. */
final class ApiMembers implements AutoCloseable {
    private final URLClassLoader loader;

    private ApiMembers(URLClassLoader loader) {
        this.loader = loader;
    }

    static ApiMembers ofJarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            URL[] jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(ApiMembers::url)
                    .toArray(URL[]::new);
            return new ApiMembers(new URLClassLoader(jars, ClassLoader.getPlatformClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no jar: " + file, e);
        }
    }

    /**
     * One line per thing a program can use: that the class exists, its supertypes, constructors, methods and fields, own or
     * inherited. Empty when there is no such class; only that it exists when it needs a library that is not there.
     */
    Set<String> of(String className) {
        Set<String> members = new TreeSet<>();
        try {
            Class<?> type = Class.forName(className, false, loader);
            members.add("type");
            addSupertypes(type, members);
            for (Constructor<?> constructor : type.getConstructors()) {
                members.add("new" + parameters(constructor));
            }
            for (Method method : type.getMethods()) {
                if (isOurs(method.getDeclaringClass()) && !method.isBridge()) {
                    members.add(staticMark(method.getModifiers()) + name(method.getReturnType()) + " "
                            + method.getName() + parameters(method));
                }
            }
            for (Field field : type.getFields()) {
                if (isOurs(field.getDeclaringClass())) {
                    members.add(staticMark(field.getModifiers()) + name(field.getType()) + " " + field.getName());
                }
            }
        } catch (ClassNotFoundException e) {
            return Set.of();
        } catch (NoClassDefFoundError e) {
            members.retainAll(Set.of("type"));
        }
        return members;
    }

    private static void addSupertypes(Class<?> type, Set<String> members) {
        for (Class<?> at = type.getSuperclass(); at != null && at != Object.class; at = at.getSuperclass()) {
            members.add("is " + name(at));
            for (Class<?> implemented : at.getInterfaces()) {
                addInterface(implemented, members);
            }
        }
        for (Class<?> implemented : type.getInterfaces()) {
            addInterface(implemented, members);
        }
    }

    private static void addInterface(Class<?> type, Set<String> members) {
        members.add("is " + name(type));
        for (Class<?> extended : type.getInterfaces()) {
            addInterface(extended, members);
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("org.apache.rocketmq.");
    }

    private static String staticMark(int modifiers) {
        return Modifier.isStatic(modifiers) ? "static " : "";
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getParameterTypes())
                .map(ApiMembers::name)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String name(Class<?> type) {
        return type.getTypeName();
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
