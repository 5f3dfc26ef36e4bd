using FluentAssertions;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Formulation;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Dialogue.Tests.Elicitation;

public sealed class ConversationReaderTests
{
    private static readonly Turn[] Turns =
    [
        Turn.OfClient("I want to maximize my profit from kites."), Turn.OfClient("A kite takes 2 hours."),
        new Turn(Speaker.Agent, TurnKind.Summary, "- A kite takes 2 hours.\nIs that right?"), Turn.OfClient("Yes."),
    ];

    [Fact]
    public void WhatMostTellingsAgreeOnIsTaken()
    {
        var tellings = ConversationText.Tellings(Turns);
        var other = Workshop.With(Workshop.Statements[0]);

        Choose(new() { [tellings[0]] = other, [tellings[1]] = Workshop.Problem, [tellings[2]] = Swapped() })
            .Should().Be(tellings[1], "two say the same, though with their things in another order");
    }

    [Fact]
    public void AReadingCountsByHowSureItIs()
    {
        var tellings = ConversationText.Tellings(Turns);

        Choose(new() { [tellings[0]] = Workshop.Problem with { Probability = 0.2 }, [tellings[2]] = Workshop.With() }).Should().Be(tellings[2]);
    }

    [Fact]
    public void WithoutAnyReadingTheFirstTellingIsTaken() => Choose([]).Should().Be(ConversationText.Of(Turns));

    /// <summary>The workshop with its things in the other order.</summary>
    private static ProblemFormulation Swapped() => Workshop.Problem with
    {
        Variables = [.. Workshop.Problem.Variables.Reverse().Select((variable, index) => variable with { Id = new(index) })],
        Objective = Workshop.Problem.Objective with { Terms = [Workshop.Term(Workshop.Tables, 20), Workshop.Term(Workshop.Chairs, 30)] },
        Statements =
        [
            new Statement.SingleVariable(Workshop.Tables, new Limit.AtLeast(Workshop.N(5))),
            new Statement.WeightedSum(
                [Workshop.Term(Workshop.Chairs, 3), Workshop.Term(Workshop.Tables, 2)], new Limit.AtMost(Workshop.N(40))) { Unit = "hours" },
        ],
    };

    private static string Choose(Dictionary<string, ProblemFormulation> known) => new ConversationReader(new Memory(known)).Choose(Turns);

    private sealed class Memory(Dictionary<string, ProblemFormulation> known) : IFormulator
    {
        public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default) =>
            known.TryGetValue(source.Turns[0], out var formulation)
                ? Result.Success(new Reading(formulation, []))
                : Result.Failure<Reading>(Diagnostic.Error("read.unknown", "this text was never seen"));
    }
}
