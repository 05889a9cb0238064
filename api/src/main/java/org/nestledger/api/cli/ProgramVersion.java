package org.nestledger.api.cli;

import org.nestledger.api.runtime.Program;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"nest-ledger " + Program.version().orElse("(unpackaged)")};
    }
}
