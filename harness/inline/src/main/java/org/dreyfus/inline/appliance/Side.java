package org.dreyfus.inline.appliance;

/** The two sides of an appliance. */
public enum Side {
  CLIENT,
  SERVER;

  public Side opposite() {
    return this == CLIENT ? SERVER : CLIENT;
  }
}
