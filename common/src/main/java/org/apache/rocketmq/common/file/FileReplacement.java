package org.apache.rocketmq.common.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a small text file so that at every moment a complete old or new content is on disk: temp file, fsync, the
 * former content kept as {@code .bak}, atomic rename, fsync of the folder. Callers serialize writes of one file.
 */
public final class FileReplacement {

    private FileReplacement() {}

    /**
     * Writes {@code <file>.tmp}, keeps the old content as {@code <file>.bak} and renames. Creates missing folders.
     *
     * @throws IOException if any step fails; the file then still holds its old content
     */
    public static void replace(Path file, String content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        Files.createDirectories(folder);
        Path temp = sibling(target, ".tmp");
        writeForced(temp, content.getBytes(StandardCharsets.UTF_8));
        // An empty file is damage, not a state worth keeping: it must not push out a good copy.
        if (Files.isRegularFile(target) && Files.size(target) > 0) {
            Path backupTemp = sibling(target, ".bak.tmp");
            writeForced(backupTemp, Files.readAllBytes(target));
            move(backupTemp, sibling(target, ".bak"));
        }
        try {
            move(temp, target);
        } catch (FileSystemException notMovable) {
            // A single file mounted into a container cannot be replaced, only overwritten; .bak holds the former
            // content.
            writeForced(target, content.getBytes(StandardCharsets.UTF_8));
            Files.deleteIfExists(temp);
        }
        forceFolder(folder);
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static void writeForced(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the rename itself durable, where the system can open a folder. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open folders; the rename is durable there once the journal is written.
            return;
        }
    }
}
