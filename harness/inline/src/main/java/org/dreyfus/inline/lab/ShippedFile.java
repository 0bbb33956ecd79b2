package org.dreyfus.inline.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dreyfus.lab.LabException;
import org.dreyfus.lab.NetNamespace;
import org.dreyfus.lab.ScratchFolder;

/**
 * A file that comes with the program: rules of a device, or its source.
 *
 * @param name beside this class
 */
record ShippedFile(String name) {

  /** Puts it into a folder, under its own name. */
  Path copyTo(Path folder) throws IOException {
    try (InputStream in = ShippedFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the program was built without " + name);
      }
      Path copy = folder.resolve(name);
      Files.copy(in, copy);
      return copy;
    }
  }

  /**
   * Has a program of the device's namespace read it.
   *
   * @param command to which the path of the file is added
   * @throws DeviceException when the program does not take it
   */
  void load(NetNamespace namespace, String... command) {
    try (ScratchFolder scratch = ScratchFolder.create()) {
      String[] whole = Arrays.copyOf(command, command.length + 1);
      whole[command.length] = copyTo(scratch.path()).toString();
      namespace.run(whole);
    } catch (IOException e) {
      throw new DeviceException(name + " cannot be written: " + e.getMessage(), e);
    } catch (LabException e) {
      throw new DeviceException("this kernel does not take " + name + ": " + oneLine(e), e);
    }
  }

  private static String oneLine(LabException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }
}
