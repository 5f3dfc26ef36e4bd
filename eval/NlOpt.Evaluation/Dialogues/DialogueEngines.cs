using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Dialogue.Simulation.Hidden;
using NlOpt.Dialogue.Simulation.Users;
using NlOpt.Understanding;

namespace NlOpt.Evaluation;

/// <summary>Who talks: makes both sides of one conversation. Both are called from many threads.</summary>
/// <param name="Agent">Makes an agent.</param>
/// <param name="User">Makes a user of a problem with a seed and a persona; an engine that knows no personas plays the faithful one.</param>
public sealed record DialogueEngines(Func<IElicitationAgent> Agent, Func<HiddenProblem, int, Persona, ISimulatedUser> User)
{
    /// <summary>The engines that come with NlOpt.</summary>
    /// <param name="reader">What the agent reads with.</param>
    public static DialogueEngines Embedded(NoteReader reader) =>
        new(() => new EmbeddedAgent(reader), (problem, seed, persona) => new ScriptedUser(problem, seed, persona));
}
