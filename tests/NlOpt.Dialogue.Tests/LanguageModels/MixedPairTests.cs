using FluentAssertions;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Dialogue.LanguageModels;
using NlOpt.Dialogue.Simulation.Hidden;
using NlOpt.Dialogue.Simulation.LanguageModels;
using NlOpt.Formulation;
using NlOpt.Understanding;
using Xunit;

namespace NlOpt.Dialogue.Tests.LanguageModels;

/// <summary>Embedded and language-model engines talk with each other; the models are played by the embedded engines.</summary>
public class MixedPairTests
{
    public static TheoryData<bool, bool> Pairs => new() { { true, false }, { false, true }, { true, true } };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Any_pair_comes_to_the_problem(bool isAgentAModel, bool isUserAModel)
    {
        IElicitationAgent agent = isAgentAModel ? new LanguageModelAgent(PlayedModel.Agent().Kernel, new NoteReader()) : new EmbeddedAgent();
        ISimulatedUser user = isUserAModel ? new LanguageModelUser(PlayedModel.Client(Lamps.Problem).Kernel, Lamps.Problem) : Lamps.Client();
        var outcome = DialogueRunner.Run(agent, user);
        var said = string.Join('\n', outcome.Transcript.Turns.Select(turn => turn.Text));
        outcome.End.Should().Be(DialogueEnd.Accepted, "{0} and {1} say\n{2}", agent, user, said);
        outcome.Findings.Should().BeEmpty();
        outcome.Transcript.Turns.SelectMany(turn => MessageRules.Broken(turn)).Should().BeEmpty();
        SummaryCheck.Of(Lamps.Problem.Gold, outcome.Formulation!).IsRight.Should().BeTrue("it is said\n{0}", said);
    }

    [Fact]
    public void A_scripted_user_does_not_accept_a_summary_that_could_not_be_read_but_lacks_numbers()
    {
        var summary = new Turn(Speaker.Agent, TurnKind.Summary, "Let me sum up:\n- Lamps at $20 and chairs at $45 each.\nIs that right?");
        Replies.Agrees(Lamps.Client().Answer(Transcript.Empty.With(summary))).Should().BeFalse();
    }

    [Fact]
    public void A_number_in_another_unit_is_not_invented()
    {
        const string Text = "A mill makes flour and bran. Flour takes 10 minutes and bran 20 minutes of milling. There are 5 hours of milling. "
            + "Flour brings $2 and bran $1. How much of each brings the largest profit?";
        var problem = new HiddenProblem(Text, Workshop.With(new Statement.SingleVariable(Workshop.Chairs, new Limit.AtMost(Workshop.N(300)))));
        SummaryNumbers.Of(problem, "At most 300 minutes.").Invented.Should().BeEmpty();
        SummaryNumbers.Of(problem, "At most 310 minutes.").Invented.Should().Equal("310");
    }

    [Fact]
    public void A_model_that_never_comes_to_an_end_is_ended()
    {
        var count = 0;
        var model = new ScriptedModel(request => ScriptedModel.Data(request).GetProperty("mustSumUp").GetBoolean()
            ? Say.Agent("summary", "", ["lamps", "chairs"], $"The profit is to be large{new string('!', count++)}.", [])
            : Say.Question($"How is {(char)('a' + (count++ % 26))} {new string('z', count)}?"));
        var outcome = DialogueRunner.Run(new LanguageModelAgent(model.Kernel, new NoteReader()), new Chatty());
        outcome.End.Should().Be(DialogueEnd.TooLong);
        outcome.Transcript.Turns.Select(turn => turn.Kind).Where(kind => kind != TurnKind.Message).TakeLast(3).Should()
            .Equal(TurnKind.Question, TurnKind.Summary, TurnKind.Summary);
    }

    private sealed class Chatty : ISimulatedUser
    {
        public NlOpt.Modeling.Result<string> Answer(Transcript transcript, CancellationToken cancellationToken = default) =>
            NlOpt.Modeling.Result.Success("No, it is about lamps and chairs.");
    }
}
