using FluentAssertions;
using NlOpt.Cli;
using NlOpt.Formulation;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>What <c>nlopt solve</c> shows and returns. The reader is a double here; engines, lowering and screens are real.</summary>
public sealed class SolveCommandTests : IDisposable
{
    private const string Production = """
        Maximize
         profit: 2 loaves + 4 tarts
        Subject To
         oven: 20 loaves + 35 tarts <= 600
         school: loaves >= 6
        End
        """;

    private readonly TemporaryFolder _folder = new();

    private static Engines Engines => CommandRun.Reading(new FixedFormulator(
        ("orchard", KnownProblems.ReadOrchard), ("workshop", KnownProblems.ReadWorkshop), ("printer", KnownProblems.ReadPosters)));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_linear_program_shows_rules_plan_prices_and_questions()
    {
        var run = Solve(KnownProblems.Orchard);
        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        GoldenScreen.ShouldMatch(run.Output, "orchard");
    }

    [Fact]
    public void Explaining_adds_probabilities_and_every_number()
    {
        var run = Solve(KnownProblems.Orchard, "--explain");
        run.ExitCode.Should().Be(0);
        GoldenScreen.ShouldMatch(run.Output, "orchard-explained");
    }

    [Fact]
    public void Kinds_can_be_overridden()
    {
        var run = Solve(KnownProblems.Orchard, "--integer");
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("whole number").And.NotContain("divisible ").And.Contain("as you asked");
    }

    [Fact]
    public void Contradicting_rules_are_named()
    {
        var run = Solve(KnownProblems.Workshop);
        run.ExitCode.Should().Be(1);
        GoldenScreen.ShouldMatch(run.Output, "infeasible");
    }

    [Fact]
    public void What_nothing_limits_is_named()
    {
        var run = Solve(KnownProblems.Posters);
        run.ExitCode.Should().Be(1);
        GoldenScreen.ShouldMatch(run.Output, "unbounded");
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    public void What_was_not_understood_at_all_makes_the_answer_no(params string[] options)
    {
        var open = new Question(SlotKind.Template, "What does the first sentence ask of the plan?", null, [], 0.5);
        var engines = CommandRun.Reading(new FixedFormulator(("orchard", text =>
            Result.Success(KnownProblems.ReadOrchard(text).Value with { Best = KnownProblems.ReadOrchard(text).Value.Best with { Questions = [open] } }))));
        var run = CommandRun.With(engines, KnownProblems.Orchard, ["solve", "-", .. options]);
        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("What does the first sentence ask").And.NotContain("no plan is better");
    }

    [Fact]
    public void What_cannot_be_read_is_declined()
    {
        var run = Solve("The mill was built in 1782.");
        run.ExitCode.Should().Be(1);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("read.not-a-problem");
    }

    [Fact]
    public void Colour_is_only_added_and_nothing_else_changes()
    {
        var plain = Solve(KnownProblems.Orchard);
        var colored = CommandRun.With(Engines, System.Text.Encoding.UTF8.GetBytes(KnownProblems.Orchard), ["solve", "-"], color: true, CancellationToken.None);
        colored.Output.Should().Contain("\u001b[");
        System.Text.RegularExpressions.Regex.Replace(colored.Output, "\u001b\\[[0-9;]*m", "").Should().Be(plain.Output);
    }

    [Fact]
    public void Words_of_the_user_cannot_steer_the_terminal()
    {
        const string Hostile = "\u001b]0;owned\u0007\u009b2J";
        var run = Solve(KnownProblems.Posters.Replace("posters must", $"posters {Hostile} must", StringComparison.Ordinal)
            .Replace("A printer", Hostile + " A printer", StringComparison.Ordinal), "--explain");
        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("20");
        run.Output.Should().NotContain("\u0007").And.NotContain("\u009b");
        run.Output.Should().NotContain("\u001b");
    }

    [Theory]
    [InlineData("lp", "Maximize")]
    [InlineData("mps", "ROWS")]
    [InlineData("json", "\"variables\"")]
    [InlineData("latex", "\\begin{align*}")]
    public void The_model_can_be_printed_instead(string format, string expected)
    {
        var run = Solve(KnownProblems.Orchard, "--model", format);
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain(expected).And.Contain("pears");
    }

    [Theory]
    [InlineData("lp")]
    [InlineData("mps")]
    [InlineData("json")]
    public void A_printed_model_solves_to_the_same_value(string format)
    {
        var model = Solve(KnownProblems.Orchard, "--model", format).Output;
        var run = CommandRun.Of("solve", _folder.File("model." + format, model), "--json");
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("\"objectiveValue\": 43400");
    }

    [Fact]
    public void A_model_file_shows_its_solution()
    {
        var run = CommandRun.Of("solve", _folder.File("model.lp", Production));
        run.ExitCode.Should().Be(0);
        GoldenScreen.ShouldMatch(run.Output, "model-file");
    }

    [Fact]
    public void A_malformed_model_is_refused_with_its_place()
    {
        var run = CommandRun.Of("solve", _folder.File("model.lp", "Maximize\n 2 x + + 3\nSubject To\n c: x <= <= 1\nEnd\n"));
        run.ExitCode.Should().Be(3);
        run.Error.Should().MatchRegex(@"model\.lp:\d+:\d+");
        run.Output.Should().BeEmpty();
    }

    [Fact]
    public void Ctrl_C_ends_with_its_own_code()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var run = CommandRun.With(Engines, System.Text.Encoding.UTF8.GetBytes(KnownProblems.Orchard), ["solve", "-"], color: false, cancelled.Token);
        run.ExitCode.Should().Be(130);
        run.Error.Should().Contain("cancelled");
    }

    [Fact]
    public void Ctrl_C_within_a_parallel_loop_ends_alike()
    {
        using var cancellation = new CancellationTokenSource();
        var engines = CommandRun.Reading(new FixedFormulator(("orchard", _ =>
        {
            cancellation.Cancel();
            throw new AggregateException(new OperationCanceledException(cancellation.Token), new OperationCanceledException(cancellation.Token));
        })));
        CommandRun.With(engines, System.Text.Encoding.UTF8.GetBytes(KnownProblems.Orchard), ["solve", "-"], color: false, cancellation.Token).ExitCode.Should().Be(130);
    }

    [Fact]
    public void A_defect_is_told_in_two_lines_and_not_as_a_stack_trace()
    {
        var engines = CommandRun.Reading(new FixedFormulator(("orchard", _ => throw new InvalidOperationException("the roof\nleaks"))));
        var run = CommandRun.With(engines, KnownProblems.Orchard, "solve", "-");
        run.ExitCode.Should().Be(4);
        run.Error.TrimEnd().Split('\n').Should().HaveCount(2);
        run.Error.Should().Contain("the roof leaks").And.Contain("report").And.NotContain("   at ");
    }

    private static CommandRun Solve(string text, params string[] options) => CommandRun.With(Engines, text, ["solve", "-", .. options]);
}
