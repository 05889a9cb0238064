package org.nestledger.core.log.publish;

/**
 * What is known of a witness.
 *
 * @param name what the policy calls it
 * @param cosigned events of the checkpoint that it cosigned last, 0 for none
 * @param lag events of the newest signed checkpoint after those
 * @param state a clause that says what came of asking it last
 */
public record WitnessStatus(String name, long cosigned, long lag, String state) {}
