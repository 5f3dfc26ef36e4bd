using System.Text.Json;
using FluentAssertions;
using NlOpt.Cli;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>What <c>nlopt diagnose</c>, <c>whatif</c>, <c>why-not</c> and <c>check</c> show and return. The reader is a double here.</summary>
public class ReasonCommandTests
{
    private static Engines Engines => CommandRun.Reading(new FixedFormulator(
        ("orchard", KnownProblems.ReadOrchard), ("workshop", KnownProblems.ReadWorkshop), ("printer", KnownProblems.ReadPosters)));

    [Theory]
    [InlineData(KnownProblems.Orchard, "diagnose-plan", 0)]
    [InlineData(KnownProblems.Workshop, "diagnose-infeasible", 1)]
    [InlineData(KnownProblems.Posters, "diagnose-unbounded", 1)]
    public void A_diagnosis_tells_the_reasons(string problem, string golden, int exitCode)
    {
        var run = Run(problem, "diagnose", "-");
        run.ExitCode.Should().Be(exitCode, run.Error);
        GoldenScreen.ShouldMatch(run.Output, golden);
    }

    [Fact]
    public void Musts_are_left_alone()
    {
        var run = Run(KnownProblems.Workshop, "diagnose", "-", "--must", "1", "--must", "3");
        run.ExitCode.Should().Be(1);
        GoldenScreen.ShouldMatch(run.Output, "diagnose-musts");
    }

    [Fact]
    public void A_what_if_stands_beside_the_plan()
    {
        var run = Run(KnownProblems.Orchard, "whatif", "-", "pears <= 15", "rule 2: 800");
        run.ExitCode.Should().Be(0, run.Error);
        GoldenScreen.ShouldMatch(run.Output, "whatif");
    }

    [Fact]
    public void A_why_not_names_the_rules()
    {
        var run = Run(KnownProblems.Orchard, "why-not", "-", "pears", "--amount", "62");
        run.ExitCode.Should().Be(1, run.Error);
        GoldenScreen.ShouldMatch(run.Output, "why-not");
    }

    [Fact]
    public void A_plan_is_checked_rule_by_rule()
    {
        var run = Run(KnownProblems.Orchard, "check", "-", "pears=70", "plums=8.5");
        run.ExitCode.Should().Be(1, run.Error);
        GoldenScreen.ShouldMatch(run.Output, "check");
        Run(KnownProblems.Orchard, "check", "-", "pears=20", "plums=60").ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData(KnownProblems.Orchard, "diagnosis", "diagnose", "-")]
    [InlineData(KnownProblems.Workshop, "diagnosis", "diagnose", "-")]
    [InlineData(KnownProblems.Posters, "diagnosis", "diagnose", "-")]
    [InlineData(KnownProblems.Orchard, "what-if", "whatif", "-", "without rule 3")]
    [InlineData(KnownProblems.Orchard, "why-not", "why-not", "-", "plums", "--amount", "79")]
    [InlineData(KnownProblems.Orchard, "check", "check", "-", "plums=500")]
    public void Every_answer_is_there_as_JSON(string problem, string kind, params string[] arguments)
    {
        var run = Run(problem, [.. arguments, "--json"]);
        using var document = JsonDocument.Parse(run.Output);
        document.RootElement.GetProperty("version").GetInt32().Should().Be(1);
        document.RootElement.GetProperty("kind").GetString().Should().Be(kind);
    }

    [Theory]
    [InlineData("change.name", "why-not", "-", "cherries")]
    [InlineData("change.name", "check", "-", "cherries=3")]
    [InlineData("change.unreadable", "check", "-", "pears")]
    [InlineData("change.unreadable", "whatif", "-", "make it so")]
    [InlineData("change.statement", "whatif", "-", "without rule 9")]
    [InlineData("change.statement", "diagnose", "-", "--must", "9")]
    [InlineData("input.model", "diagnose", "model.lp")]
    public void What_cannot_be_asked_is_refused(string code, params string[] arguments)
    {
        var run = Run(KnownProblems.Orchard, arguments);
        run.ExitCode.Should().Be(3);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(code).And.NotContain("   at ");
    }

    private static CommandRun Run(string problem, params string[] arguments) => CommandRun.With(Engines, problem, arguments);
}
