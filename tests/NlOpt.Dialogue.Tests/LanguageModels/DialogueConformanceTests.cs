using System.Collections.Immutable;
using NlOpt.Conformance.Dialogue;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Dialogue.LanguageModels;
using NlOpt.Dialogue.Simulation.LanguageModels;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Tests.LanguageModels;

public sealed class EmbeddedAgentConformanceTests : DialogueAgentConformance
{
    protected override IElicitationAgent Create() => new EmbeddedAgent();
}

public sealed class LanguageModelAgentConformanceTests : DialogueAgentConformance
{
    private static readonly NoteReader Reader = new();

    protected override IElicitationAgent Create() => new LanguageModelAgent(PlayedModel.Agent().Kernel, Reader);
}

public sealed class ScriptedUserConformanceTests : SimulatedUserConformance
{
    protected override ISimulatedUser Create() => Lamps.Client();

    protected override ImmutableArray<string> Facts => [Lamps.Text];
}

public sealed class LanguageModelUserConformanceTests : SimulatedUserConformance
{
    protected override ISimulatedUser Create() => new LanguageModelUser(PlayedModel.Client(Lamps.Problem).Kernel, Lamps.Problem);

    protected override ImmutableArray<string> Facts => [Lamps.Text];
}
