package org.apache.rocketmq.logging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/**
 * Gives out loggers of the chosen type: slf4j unless an application registered a factory of its own and chose it with
 * {@link #setCurrentLoggerType}. Thread-safe.
 */
public abstract class InternalLoggerFactory {
    public static final String LOGGER_SLF4J = "slf4j";
    public static final String LOGGER_INNER = "inner";
    public static final String DEFAULT_LOGGER = LOGGER_SLF4J;

    private static final Map<String, InternalLoggerFactory> FACTORIES = new ConcurrentHashMap<>();
    private static volatile String chosenType;

    public InternalLoggerFactory() {}

    public static InternalLogger getLogger(Class<?> clazz) {
        return getLogger(clazz.getName());
    }

    public static InternalLogger getLogger(String name) {
        InternalLoggerFactory factory = chosenType == null ? null : FACTORIES.get(chosenType);
        return factory == null ? new Slf4jLogger(LoggerFactory.getLogger(name)) : factory.getLoggerInstance(name);
    }

    /** Chooses among the registered types; a type nobody registered means slf4j. */
    public static void setCurrentLoggerType(String type) {
        chosenType = type;
    }

    /**
     * Makes this factory available under its type.
     *
     * @throws RuntimeException if the type is taken
     */
    protected void doRegister() {
        if (FACTORIES.putIfAbsent(getLoggerType(), this) != null) {
            throw new RuntimeException("logger type already registered: " + getLoggerType());
        }
    }

    protected abstract void shutdown();

    protected abstract InternalLogger getLoggerInstance(String name);

    protected abstract String getLoggerType();
}
