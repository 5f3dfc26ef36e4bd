using NlOpt.Dialogue.Simulation.Hidden;
using NlOpt.Dialogue.Simulation.Users;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Tests.LanguageModels;

/// <summary>A hidden problem about lamps and chairs.</summary>
internal static class Lamps
{
    public const string Text =
        "A workshop makes lamps and chairs. A lamp brings $20 and a chair $45. A lamp takes 2 hours of turning and a chair takes 5 hours of "
        + "turning. There are at most 300 hours of turning. At least 10 lamps must be made. How many of each bring the largest profit?";

    public static HiddenProblem Problem { get; } = new(Text, new EmbeddedReader().Formulate(Source.Of(Text)).Value.Best);

    public static ScriptedUser Client(int seed = 1) => new(Problem, seed);
}
