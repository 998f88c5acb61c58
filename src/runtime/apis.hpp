// Runtime APIs of the runtime as a whole.
#pragma once
#include "frame/metadata.hpp"

/// Which clients metadata is written for; set before the chain starts. Current ones, if never set.
void serve_clients(Clients);
Clients served_clients();
