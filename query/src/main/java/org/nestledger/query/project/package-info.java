/** Projects: descriptions, plans and stages. */
@NullMarked
package org.nestledger.query.project;

import org.jspecify.annotations.NullMarked;
