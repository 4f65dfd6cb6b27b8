package trio

// misnesting is what follows the errors about scopes and nurseries that were not
// left in the order they were entered. The first lines of these errors are
// trio's; how it advises its users is its own.
const misnesting = "Scopes and nurseries have to be left in the reverse of the order they were entered in,\n" +
	"by the task that entered them. This run goes on as well as it can, without guarantees.\n" +
	"Usual causes: a generator that yields within one, one that is entered or left by hand,\n" +
	"or an exit stack that leaves them out of order.\n"
