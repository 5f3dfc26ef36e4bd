using FluentAssertions;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Dialogue.Simulation.Hidden;
using NlOpt.Dialogue.Simulation.Users;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;
using Xunit;

namespace NlOpt.Dialogue.Tests.Simulation;

public class ScriptedUserTests
{
    private const string Text =
        "A workshop makes lamps and chairs. A lamp brings $20 and a chair $45. A lamp takes 2 hours of turning and a chair takes 5 hours of "
        + "turning. There are at most 300 hours of turning. At least 10 lamps must be made. How many of each bring the largest profit?";

    private static readonly HiddenProblem Problem = new(Text, new EmbeddedReader().Formulate(Source.Of(Text)).Value.Best);

    [Theory]
    [InlineData(Persona.Faithful)]
    [InlineData(Persona.Hesitant)]
    [InlineData(Persona.OverExplaining)]
    [InlineData(Persona.Concise)]
    [InlineData(Persona.AllAtOnce)]
    [InlineData(Persona.Contradicting)]
    [InlineData(Persona.ChangingMind)]
    [InlineData(Persona.OtherUnit)]
    [InlineData(Persona.NotKnowing)]
    [InlineData(Persona.AnsweringAnother)]
    [InlineData(Persona.Mistyping)]
    public void Ends_with_the_problem_understood(Persona persona)
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var outcome = DialogueRunner.Run(new EmbeddedAgent(), new ScriptedUser(Problem, seed, persona));
            var said = string.Join('\n', outcome.Transcript.Turns.Select(turn => turn.Text));
            outcome.End.Should().Be(DialogueEnd.Accepted, "{0} with seed {1} says\n{2}", persona, seed, said);
            SummaryCheck.Of(Problem.Gold, outcome.Formulation!).IsRight.Should().BeTrue();
        }
    }

    [Fact]
    public void Says_the_same_with_the_same_seed()
    {
        Talk().Should().Equal(Talk());

        static IEnumerable<string> Talk() =>
            DialogueRunner.Run(new EmbeddedAgent(), new ScriptedUser(Problem, 7, Persona.Hesitant)).Transcript.Turns.Select(turn => turn.Text);
    }

    [Fact]
    public void Does_not_accept_a_wrong_summary()
    {
        var wrong = Problem.Gold with { Statements = [] };
        var summary = new Turn(Speaker.Agent, TurnKind.Summary, "Let me sum up. Is that right?") { Formulation = wrong };
        Replies.Agrees(new ScriptedUser(Problem, 1).Answer(Transcript.Empty.With(summary))).Should().BeFalse();
    }

    [Fact]
    public void A_conversation_ends_at_the_cap()
    {
        var outcome = DialogueRunner.Run(new EmbeddedAgent(), new Stubborn(), new DialogueOptions { MostMessages = 12 });
        outcome.End.Should().BeOneOf(DialogueEnd.TooLong, DialogueEnd.GivenUp);
        outcome.Transcript.Turns.Length.Should().BeLessThanOrEqualTo(12);
    }

    private sealed class Stubborn : ISimulatedUser
    {
        public Result<string> Answer(Transcript transcript, CancellationToken cancellationToken = default) =>
            Result.Success("I would rather talk about the weather.");
    }
}
