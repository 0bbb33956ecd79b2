package org.dreyfus.external.jar;

import org.dreyfus.classifier.Classifier;

/**
 * What a plugin in a jar sees of this program: the JDK and the contract. It may bring any library
 * in any version.
 */
final class ContractLoader extends ClassLoader {

  private static final String CONTRACT = Classifier.class.getPackageName() + ".";

  private final ClassLoader own = Classifier.class.getClassLoader();

  ContractLoader() {
    super("contract", ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    boolean ofContract = name.startsWith(CONTRACT) && name.indexOf('.', CONTRACT.length()) < 0;
    if (!ofContract) {
      throw new ClassNotFoundException(name);
    }
    return own.loadClass(name);
  }
}
