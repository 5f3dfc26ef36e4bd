using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>The examples of the README with everything real: reader, lowering, engines, screens.</summary>
public partial class ExampleTests
{
    [Theory]
    [InlineData("bakery", 66)]
    [InlineData("goat-feed", 9.38)]
    [InlineData("orchard", 43400)]
    [InlineData("island-ferry", 1300)]
    [InlineData("night-shift", 2220)]
    [InlineData("pottery", 1028)]
    [InlineData("book-crates", 21)]
    [InlineData("savings", 1050)]
    [InlineData("market-stalls", 337)]
    [InlineData("river-crossing", 4650)]
    public void An_example_is_read_and_solved(string name, double objective)
    {
        var run = CommandRun.Of("solve", Example(name));
        run.ExitCode.Should().Be(0, run.Error);
        var plan = PlanSentence().Match(Regex.Replace(run.Output, @"\s+", " ")).Groups["value"].Value;
        double.Parse(plan.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture).Should().Be(objective);
    }

    [Theory]
    [InlineData("infeasible", "contradict each other")]
    [InlineData("unbounded", "Nothing limits")]
    [InlineData("not-a-problem", "read.no-objective")]
    [InlineData("timetable", "read.table")]
    public void An_example_without_an_answer_says_why(string name, string expected)
    {
        var run = CommandRun.Of("solve", Example(name));
        run.ExitCode.Should().Be(1);
        Regex.Replace(run.Output + run.Error, @"\s+", " ").Should().Contain(expected);
    }

    [Fact]
    public void The_README_shows_what_its_first_command_prints()
    {
        var screen = CommandRun.Of("solve", Example("bakery")).Output;
        GoldenScreen.ShouldMatch(screen, "bakery");
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Example("bakery"))!, "..", "README.md"));
        readme.Should().Contain(string.Join('\n', screen.TrimEnd().Split('\n').Select(line => line.TrimEnd(' '))), "the README must not promise another screen");
    }

    [Theory]
    [InlineData("Wir backen Brot und Kuchen. Ein Brot braucht 20 Minuten und ein Kuchen braucht 30 Minuten. Wir haben 600 Minuten. Ein Brot bringt 2 Euro.", 1)]
    [InlineData("A baker makes bread and cake and wants to earn as much as possible with the flour in the house.", 1)]
    [InlineData("A baker makes loaves and cakes. Each loaf takes 1e400 minutes and each cake takes 5 minutes. There are 60 minutes. Loaves earn $2, cakes $3. Maximize profit.", 3)]
    [InlineData("A baker makes loaves and cakes. Each loaf takes 12,34.5 minutes and each cake takes 5 minutes. There are 60 minutes. Loaves earn $2, cakes $3. Maximize profit.", 3)]
    public void A_text_that_cannot_be_read_is_refused_and_not_guessed_at(string text, int exitCode)
    {
        var run = CommandRun.With(CommandRun.Real, text, "solve", "-");
        run.ExitCode.Should().Be(exitCode, run.Output + run.Error);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("[read.");
    }

    private static string Example(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NlOpt.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside a checkout.");
        return Path.Combine(folder, "examples", name + ".txt");
    }

    [GeneratedRegex(@"Best plan: .*?; .*? (?:is|are) \$?(?<value>[0-9,.]+?)\.?( |$)")]
    private static partial Regex PlanSentence();
}
