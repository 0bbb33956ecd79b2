package org.dreyfus.recorder.scenario;

import java.util.Optional;
import java.util.OptionalInt;
import org.dreyfus.corpus.Role;
import org.dreyfus.recorder.lab.Transport;

/**
 * Says what the flows between two hosts on one port are. The hosts are unordered: programs
 * sometimes open a second connection the other way.
 *
 * @param oneHost name of a host
 * @param otherHost name of a host
 * @param transport of the flows
 * @param port that one of the two listens on; absent for any port, which ranks last
 * @param role of the flows
 * @param kind of the flows
 * @param work name of the {@link FurtherWork} that they carry or serve; absent for the work that
 *     moves
 * @param undetermined why their legal status cannot be told, whatever they carry; absent when it
 *     can
 */
public record Declaration(
    String oneHost,
    String otherHost,
    Transport transport,
    OptionalInt port,
    Role role,
    Kind kind,
    Optional<String> work,
    Optional<String> undetermined) {

  /** The same flows, for another work. */
  Declaration of(String furtherWork) {
    return new Declaration(
        oneHost, otherHost, transport, port, role, kind, Optional.of(furtherWork), undetermined);
  }
}
