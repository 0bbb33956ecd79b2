package org.dreyfus.recorder.scenario;

import org.dreyfus.recorder.lab.Transport;

/**
 * A port on which the kernel saw a program listen.
 *
 * @param host name of the host
 * @param transport of the port
 * @param port number
 * @param program as the kernel names the process
 */
public record Listener(String host, Transport transport, int port, String program) {}
