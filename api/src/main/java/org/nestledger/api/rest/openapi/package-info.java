/** The description of the interface in OpenAPI 3.1, made from the controllers, the commands and the reports that there are. */
@NullMarked
package org.nestledger.api.rest.openapi;

import org.jspecify.annotations.NullMarked;
