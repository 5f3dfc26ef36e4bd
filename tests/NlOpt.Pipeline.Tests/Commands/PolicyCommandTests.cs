using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary><c>nlopt policy</c> from training to pictures, on small problems and tiny budgets.</summary>
public sealed partial class PolicyCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_rule_is_trained_evaluated_exported_and_run_from_the_export()
    {
        var rule = Folder("rule");
        var training = Done("policy", "train", "--case", "inventory", "--updates", "20", "--out", rule);
        training.Error.Should().Contain("training tsddr on inventory");
        foreach (var file in new[] { "policy.json", "training.json", "training.checkpoint", "report.html" }) File.Exists(Path.Combine(rule, file)).Should().BeTrue(file);

        Done("policy", "evaluate", rule, "--scenarios", "20", "--seed", "3").Output.Should().Contain("mean cost");
        var export = Folder("made/rule.onnx");
        Done("policy", "export", rule, "--out", export).Output.Should().Contain("mlp 64,64").And.Contain($"nlopt policy evaluate {export} --case inventory");
        var exported = Json("policy", "evaluate", export, "--case", "inventory", "--scenarios", "20", "--seed", "3", "--json");
        var original = JsonDocument.Parse(File.ReadAllText(Path.Combine(rule, "evaluation.json"))).RootElement;
        Mean(exported).Should().BeApproximately(Mean(original), 1e-5 * Mean(original));
        exported.GetProperty("scenarios").GetProperty("sha256").GetString().Should().Be(original.GetProperty("scenarios").GetProperty("sha256").GetString());
    }

    [Fact]
    public void Policies_are_compared_in_pairs_and_drawn_side_by_side()
    {
        var (cuts, linear, output) = (Folder("cuts"), Folder("linear"), Folder("pictures"));
        var training = Done("policy", "train", "--case", "newsvendor", "--method", "sddp", "--iterations", "200", "--out", cuts);
        GoldenScreen.ShouldMatch(WithoutTimes(training.Output.Replace(cuts, "cuts", StringComparison.Ordinal)), "policy-train");
        Done("policy", "train", "--case", "newsvendor", "--method", "tsldr", "--updates", "10", "--out", linear);
        Done("policy", "evaluate", cuts, "--scenarios", "20");
        // The mean of 25 costs of this case never lies halfway between two figures shown.
        GoldenScreen.ShouldMatch(Done("policy", "compare", cuts, "myopic", "foresight", "--scenarios", "25").Output, "policy-compare");
        var comparison = Done("policy", "compare", cuts, linear, "myopic", "foresight", "--scenarios", "20", "--out", output);
        comparison.Error.Should().NotContain("simulating cuts", "it was evaluated on these scenarios before").And.Contain("simulating linear");
        using var saved = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "comparison.json")));
        saved.RootElement.GetProperty("baseline").GetString().Should().Be("cuts");
        saved.RootElement.GetProperty("policies").EnumerateArray().Select(policy => policy.GetProperty("label").GetString())
            .Should().Equal("cuts", "linear", "myopic", "foresight");

        var plot = Done("policy", "plot", cuts, linear, "--out", output);
        plot.Output.Should().Contain("report.html");
        File.ReadAllBytes(Path.Combine(output, "training.png")).Should().StartWith(new byte[] { 0x89, 0x50, 0x4E, 0x47 });
        File.ReadAllText(Path.Combine(output, "report.html")).Should().Contain("<svg").And.Contain("cuts").And.NotContain("http://localhost");
    }

    [Fact]
    public void The_case_that_ships_is_trained_and_held_against_the_protocol()
    {
        var cuts = Folder("cuts");
        Done("policy", "train", "--case", "valley", "--method", "sddp", "--iterations", "3", "--cuts", "multiple", "--risk", "0.5 expectation + 0.5 avar(0.2)", "--out", cuts);
        var evaluation = Json("policy", "evaluate", cuts, "--protocol", "--columns", "5", "--json");
        evaluation.GetProperty("scenarios").GetProperty("count").GetInt32().Should().Be(5);
        evaluation.GetProperty("reported").GetProperty("stageCount").GetInt32().Should().Be(24);
        evaluation.GetProperty("reportedCosts").GetArrayLength().Should().Be(5);
        evaluation.GetProperty("bands").EnumerateArray().Select(band => band.GetProperty("name").GetString()).Should().Contain("stored water").And.Contain("Weir");
    }

    [Fact]
    public void A_reference_is_evaluated_without_a_folder() => GoldenScreen.ShouldMatch(
        WithoutTimes(Done("policy", "evaluate", "myopic", "--case", "inventory", "--scenarios", "20", "--seed", "3", "--threads", "1").Output), "policy-evaluate");

    [Fact]
    public void A_baseline_may_be_named()
    {
        var comparison = Json("policy", "compare", "foresight", "myopic", "--baseline", "myopic", "--case", "newsvendor", "--scenarios", "5", "--json");
        comparison.GetProperty("baseline").GetString().Should().Be("myopic");
        comparison.GetProperty("policies").GetArrayLength().Should().Be(2);
        comparison.GetProperty("policies")[0].GetProperty("allDifference").GetProperty("difference").GetProperty("mean").GetDouble()
            .Should().BeLessThanOrEqualTo(0, "perfect foresight is a limit for all");
    }

    [Fact]
    public void A_training_goes_on_with_the_settings_it_began_with()
    {
        var (whole, parts) = (Folder("whole"), Folder("parts"));
        string[] settings = ["--case", "inventory", "--network", "mlp 5", "--seed", "4"];
        Done(["policy", "train", .. settings, "--updates", "12", "--out", whole]);
        Done(["policy", "train", .. settings, "--updates", "6", "--out", parts]);
        var resumed = Json("policy", "train", "--resume", "--updates", "12", "--out", parts, "--json");
        resumed.GetProperty("settings").GetProperty("network").GetString().Should().Be("mlp 5");
        resumed.GetProperty("seed").GetUInt64().Should().Be(4);
        resumed.GetProperty("curve").EnumerateArray().Last().GetProperty("updates").GetInt32().Should().Be(12);
        resumed.GetProperty("stop").GetString().Should().Be("updates");
        File.Exists(Path.Combine(parts, "policy.json")).Should().BeTrue();
    }

    [Fact]
    public void Cancelling_keeps_the_best_so_far()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));
        var rule = Folder("rule");
        var run = CommandRun.With(
            CommandRun.Real, [], ["policy", "train", "--case", "newsvendor", "--minutes", "10", "--out", rule], color: false, cancellation.Token);
        run.ExitCode.Should().Be(130, run.Error);
        run.Output.Should().Contain("cancelled; this is the best so far");
        JsonDocument.Parse(File.ReadAllText(Path.Combine(rule, "training.json"))).RootElement.GetProperty("stop").GetString().Should().Be("cancelled");
        Done("policy", "evaluate", rule, "--scenarios", "3").Output.Should().Contain("mean cost");
    }

    [Fact]
    public void Screens_fit_into_80_columns()
    {
        var rule = Folder("a-training-whose-folder-has-quite-a-long-name");
        var training = Done("policy", "train", "--case", "valley", "--method", "sddp", "--iterations", "2", "--out", rule);
        var comparison = Done("policy", "compare", rule, "myopic", "--scenarios", "3");
        (training.Output.Replace(rule, "rule", StringComparison.Ordinal) + comparison.Output).Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= 80);
    }

    private string Folder(string name) => Path.Combine(_folder.Path, name);

    private static CommandRun Done(params string[] arguments)
    {
        var run = CommandRun.Of(arguments);
        run.ExitCode.Should().Be(0, run.Error);
        return run;
    }

    private static JsonElement Json(params string[] arguments) => JsonDocument.Parse(Done(arguments).Output).RootElement;

    private static double Mean(JsonElement evaluation) => evaluation.GetProperty("reported").GetProperty("cost").GetProperty("mean").GetDouble();

    /// <summary>Times differ from run to run.</summary>
    private static string WithoutTimes(string screen) => Times().Replace(screen, "TIME");

    [GeneratedRegex(@"\d[\d.,]* ?(ms|s|min \d+ s)\b")]
    private static partial Regex Times();
}
