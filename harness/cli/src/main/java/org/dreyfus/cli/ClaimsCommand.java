package org.dreyfus.cli;

import picocli.CommandLine.Command;

/** {@code dreyfus claims}. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    description = "Looks at files of claims: vendors' sentences as testable hypotheses.",
    subcommands = {ClaimsCheckCommand.class, ClaimsPlanCommand.class})
final class ClaimsCommand {}
