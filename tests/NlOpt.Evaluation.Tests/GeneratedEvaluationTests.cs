using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Datasets.Generation;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class GeneratedEvaluationTests
{
    private static readonly ImmutableArray<GeneratedProblem> Problems = new ProblemGenerator(OrToolsSolvers.Automatic)
        .Generate(new GenerationOptions { Count = 30, Seed = 3, Templates = GenerationOptions.TemplateIds });

    private static readonly GeneratedProblemFile File = new(Problems, "00");

    [Fact]
    public void TheGoldFormulationIsRight()
    {
        var report = Measure(formulation => formulation);
        report.Items.Where(item => !item.IsRight).Select(item => (item.Problem.Id, string.Join("; ", item.Errors))).Should().BeEmpty();
        report.Whole.Value.Should().Be(1);
        report.ByTemplate.Should().NotBeEmpty();
        GeneratedErrorLines.Of(report).Should().BeEmpty();
    }

    [Fact]
    public void OtherNamesOtherOrderAndOtherKindsAreStillRight()
    {
        var report = Measure(formulation => formulation with
        {
            Statements = [.. formulation.Statements.Reverse()],
            Ledger = [],
            Variables = [.. formulation.Variables.Select(variable => variable with { Divisibility = Divisibility.Divisible, SmallestBatch = new SourcedNumber(1) })],
        });
        report.Items.Where(item => !item.IsRight).Select(item => (item.Problem.Id, string.Join("; ", item.Errors))).Should().BeEmpty();
    }

    [Fact]
    public void WhatIsWrongIsCalledByItsName()
    {
        Measure(formulation => formulation with { Objective = formulation.Objective with { Sense = Other(formulation.Objective.Sense) } })
            .Items.Should().OnlyContain(item => item.Errors.Length == 1 && item.Errors[0] == "objective sense");
        var lost = Measure(formulation => formulation with { Statements = [.. formulation.Statements.Skip(1)], Ledger = [] });
        lost.Items.Should().OnlyContain(item => !item.IsRight);
        foreach (var item in lost.Items)
            item.Errors.Should().Contain($"missing: {Template.Of(item.Problem.Formulation.Statements[0]).Id}");
        GeneratedErrorLines.Of(lost).Should().Contain(lost.Items[0].Problem.Text);
    }

    [Fact]
    public void ExchangedVariablesAreWrong()
    {
        var report = Measure(formulation => formulation with { Variables = [.. formulation.Variables.Select((variable, index) => variable with { Name = formulation.Variables[(index + 1) % formulation.Variables.Length].Name, Mentions = [] })] });
        report.Whole.Value.Should().BeLessThan(0.2, "only what is the same for all variables can still be right");
    }

    [Fact]
    public void ATextThatIsDeclinedIsWrong() =>
        GeneratedEvaluation.Execute(File, new EvaluationSystem("silent", new Memory([], formulation => formulation))).Errors.Should().Equal(("declined: read.unknown", 30));

    private static ObjectiveSense Other(ObjectiveSense sense) => sense == ObjectiveSense.Maximize ? ObjectiveSense.Minimize : ObjectiveSense.Maximize;

    private static GeneratedReport Measure(Func<ProblemFormulation, ProblemFormulation> spoil) =>
        GeneratedEvaluation.Execute(File, new EvaluationSystem("gold", new Memory(Problems, spoil)));

    /// <summary>A perfect system that knows the problems by their text; what it says can be spoilt.</summary>
    private sealed class Memory(IEnumerable<GeneratedProblem> problems, Func<ProblemFormulation, ProblemFormulation> spoil) : IFormulator
    {
        private readonly Dictionary<string, ProblemFormulation> _byText = problems.ToDictionary(problem => problem.Text, problem => problem.Formulation);

        public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default) => _byText.TryGetValue(source.Turns[0], out var known)
            ? Result.Success(new Reading(spoil(known), []))
            : Result.Failure<Reading>(Diagnostic.Error("read.unknown", "this text was never seen"));
    }
}
