using System.CommandLine;

var root = new RootCommand("NlOpt: a decision problem in plain words in, a checked model and the best plan out.");
return root.Parse(args).Invoke();
