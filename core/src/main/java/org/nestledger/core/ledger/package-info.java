/** The ledger as a whole: the registry of messages, their JSON, and the one bridge from deciders to Axon. */
@NullMarked
package org.nestledger.core.ledger;

import org.jspecify.annotations.NullMarked;
