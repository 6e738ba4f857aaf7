package org.apache.rocketmq.store.segment;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives mapped memory back at once instead of at some garbage collection. Java 17 has no supported way, so the JDK's own
 * {@code invokeCleaner} is looked up once; where it is missing the collector unmaps. Thread-safe, stateless.
 */
final class Unmapper {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    private static final MethodHandle INVOKE_CLEANER = find();

    private Unmapper() {}

    /** The caller guarantees that nobody touches the buffer or a slice of it any more. */
    static void unmap(MappedByteBuffer buffer) {
        if (INVOKE_CLEANER == null) {
            return;
        }
        try {
            INVOKE_CLEANER.invokeExact((ByteBuffer) buffer);
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Unmapping failed", e);
        }
    }

    private static MethodHandle find() {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field instance = unsafe.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            return MethodHandles.lookup()
                    .findVirtual(unsafe, "invokeCleaner", MethodType.methodType(void.class, ByteBuffer.class))
                    .bindTo(instance.get(null));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("Mapped files are unmapped by the garbage collector only: {}", e.toString());
            return null;
        }
    }
}
