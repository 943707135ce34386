package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A folder in which something happens before a step is done: a failure, or somebody else's hand.
 */
final class TamperedFolder implements Folder {
  private final Folder inner;
  private final Tamper tamper;

  private TamperedFolder(Folder inner, Tamper tamper) {
    this.inner = inner;
    this.tamper = tamper;
  }

  /** What happens. */
  interface Tamper {
    /** Before a step, named after its method. */
    void before(String step, Path at) throws IOException;

    /** A file that was made. */
    default FileChannel created(FileChannel channel) throws IOException {
      return channel;
    }

    /** The name by which the file system looks for a name in a folder. */
    default String folded(Path folder, String name) {
      return name;
    }

    /** What the file system tells of a name that it was asked for. */
    default Stat told(String name, Stat stat) {
      return stat;
    }

    /** The time that the file system keeps, of one that it was given. */
    default Instant kept(Instant given) {
      return given;
    }
  }

  /** A root in which something happens, at any depth. */
  static Root root(Path path, Tamper tamper) {
    Folder.Opener opener = Root.at(path).opener();
    return new Root(path, at -> new TamperedFolder(opener.open(at), tamper));
  }

  private String folded(String name) {
    return tamper.folded(path(), name);
  }

  private void before(String step, String name) throws IOException {
    tamper.before(step, path().resolve(name));
  }

  @Override
  public Path path() {
    return inner.path();
  }

  @Override
  public Stat look(String name) throws IOException {
    before("look", name);
    return tamper.told(name, inner.look(folded(name)));
  }

  @Override
  public boolean lacks(String name) {
    return inner.lacks(folded(name));
  }

  @Override
  public Folder enter(String name) throws IOException {
    before("enter", name);
    return new TamperedFolder(inner.enter(folded(name)), tamper);
  }

  @Override
  public FileChannel read(String name) throws IOException {
    before("read", name);
    return inner.read(folded(name));
  }

  @Override
  public FileChannel update(String name) throws IOException {
    before("update", name);
    return inner.update(folded(name));
  }

  @Override
  public FileChannel create(String name) throws IOException {
    before("create", name);
    return tamper.created(inner.create(folded(name)));
  }

  @Override
  public void makeFolder(String name, boolean secret) throws IOException {
    before("makeFolder", name);
    inner.makeFolder(folded(name), secret);
  }

  @Override
  public void link(String name, Folder from, String source) throws IOException {
    before("link", name);
    inner.link(folded(name), ((TamperedFolder) from).inner, folded(source));
  }

  @Override
  public void take(String name, Folder from, String source) throws IOException {
    before("take", name);
    inner.take(folded(name), ((TamperedFolder) from).inner, folded(source));
  }

  @Override
  public void delete(String name) throws IOException {
    before("delete", name);
    inner.delete(folded(name));
  }

  @Override
  public void deleteFolder(String name) throws IOException {
    before("deleteFolder", name);
    inner.deleteFolder(folded(name));
  }

  @Override
  public void setModified(String name, Instant modified) throws IOException {
    before("setModified", name);
    inner.setModified(folded(name), tamper.kept(modified));
  }

  @Override
  public void setPermissions(String name, Set<PosixFilePermission> permissions) throws IOException {
    before("setPermissions", name);
    inner.setPermissions(folded(name), permissions);
  }

  @Override
  public DirectoryStream<Path> entries() throws IOException {
    return inner.entries();
  }

  @Override
  public void forEachName(Consumer<String> each) throws IOException {
    before("names", "");
    inner.forEachName(each);
  }

  @Override
  public boolean isEmpty() throws IOException {
    before("isEmpty", "");
    return inner.isEmpty();
  }

  @Override
  public void force() throws IOException {
    before("force", "");
    inner.force();
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }
}
