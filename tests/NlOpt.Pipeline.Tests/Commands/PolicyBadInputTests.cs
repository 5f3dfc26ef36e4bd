using FluentAssertions;
using NlOpt.Datasets;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>Whatever is given to <c>nlopt policy</c>, it ends with a clear message and a documented exit code.</summary>
public sealed class PolicyBadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("policy")]
    [InlineData("policy", "train", "--case", "valley")]
    [InlineData("policy", "train", "--out", "x")]
    [InlineData("policy", "train", "--case", "valley", "--minutes", "-1", "--out", "x")]
    [InlineData("policy", "train", "--case", "valley", "--minutes", "NaN", "--out", "x")]
    [InlineData("policy", "train", "--case", "valley", "--updates", "0", "--out", "x")]
    [InlineData("policy", "train", "--case", "valley", "--seed", "-4", "--out", "x")]
    [InlineData("policy", "train", "--case", "valley", "--threads", "0", "--out", "x")]
    [InlineData("policy", "train", "--case", "valley", "--method", "magic", "--out", "x")]
    [InlineData("policy", "train", "--case", "valley", "--network", "mlp x", "--out", "x")]
    [InlineData("policy", "train", "--case", "valley", "--method", "sddp", "--risk", "avar(2)", "--out", "x")]
    [InlineData("policy", "train", "--case", "valley", "--method", "sddp", "--cuts", "some", "--out", "x")]
    [InlineData("policy", "train", "--case", "valley", "--method", "sddp", "--stalling", "0", "--out", "x")]
    [InlineData("policy", "train", "--case", "valley", "--resume", "--overwrite", "--out", "x")]
    [InlineData("policy", "evaluate", "myopic", "--case", "valley", "--columns", "3")]
    [InlineData("policy", "evaluate", "myopic", "--case", "valley", "--protocol", "--seed", "3")]
    [InlineData("policy", "evaluate", "myopic", "--case", "valley", "--protocol", "--columns", "501")]
    [InlineData("policy", "compare")]
    [InlineData("policy", "plot", "x")]
    public void A_senseless_command_line_is_a_usage_error(params string[] arguments)
    {
        var run = CommandRun.Of(arguments);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("--help");
        ShouldBeCivil(run);
    }

    [Theory]
    [InlineData("--method", "sddp", "--network", "linear")]
    [InlineData("--method", "tsldr", "--network", "linear")]
    [InlineData("--paths", "4")]
    [InlineData("--window", "4")]
    public void An_option_of_another_method_is_refused(params string[] options)
    {
        var run = CommandRun.Of(["policy", "train", "--case", "newsvendor", .. options, "--out", Folder("x")]);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(options[^2]);
        ShouldBeCivil(run);
    }

    [Fact]
    public void An_unknown_case_is_answered_with_the_known_ones()
    {
        var run = Refused("policy.unknown-case", "policy", "train", "--case", "atlantis", "--out", Folder("x"));
        run.Error.Should().Contain("atlantis").And.ContainAll("inventory", "valley", "bolivia");
    }

    [Fact]
    public void A_case_without_its_data_says_what_to_set()
    {
        var run = CommandRun.With(
            CommandRun.Real with { ConfiguredData = Folder("nowhere") }, "", "policy", "evaluate", "myopic", "--case", "bolivia");
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("data.not-found").And.Contain(DataFolder.EnvironmentVariable).And.Contain("nowhere").And.Contain("valley");
        ShouldBeCivil(run);
    }

    [Fact]
    public void A_spoiled_case_names_file_line_and_field()
    {
        var valley = Path.Combine(RepositoryRoot(), "Datasets", "NlOpt.Datasets", "Hydro", "Valley");
        foreach (var file in Directory.GetFiles(valley)) File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
        var inflows = Path.Combine(_folder.Path, "inflows.csv");
        var lines = File.ReadAllLines(inflows);
        lines[2] = "NaN" + lines[2][lines[2].IndexOf(',', StringComparison.Ordinal)..];
        File.WriteAllLines(inflows, lines);
        Refused("data.range", "policy", "evaluate", "myopic", "--case", _folder.Path).Error.Should().Contain("inflows.csv:3").And.Contain("inflow").And.Contain("column 1");
    }

    [Fact]
    public void Nothing_to_evaluate_plot_or_resume_is_said()
    {
        var empty = Directory.CreateDirectory(Folder("empty")).FullName;
        foreach (var command in new[] { new[] { "evaluate", empty }, ["compare", empty], ["plot", empty, "--out", Folder("x")], ["train", "--resume", "--out", empty] })
            Refused("policy.no-training", ["policy", .. command]);
        Refused("policy.no-case", "policy", "evaluate", "myopic");
        Refused("onnx.unreadable", "policy", "evaluate", Folder("no.onnx"), "--case", "inventory");
    }

    [Fact]
    public void A_training_is_overwritten_only_when_asked()
    {
        var rule = Trained("newsvendor");
        Refused("policy.folder-in-use", "policy", "train", "--case", "newsvendor", "--updates", "2", "--out", rule).Error.Should().Contain("tsddr on newsvendor");
        CommandRun.Of("policy", "train", "--case", "newsvendor", "--updates", "2", "--seed", "9", "--overwrite", "--out", rule).ExitCode.Should().Be(0);
        Refused("policy.no-checkpoint", "policy", "train", "--resume", "--method", "sddp", "--out", rule);
        Refused("policy.checkpoint.other-settings", "policy", "train", "--resume", "--seed", "8", "--out", rule);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_before_the_training()
    {
        var run = Refused("data.unwritable", "policy", "train", "--case", "newsvendor", "--minutes", "60", "--out", Path.Combine(_folder.File("file", "here"), "below"));
        run.Error.Should().NotContain("training tsddr");
    }

    [Fact]
    public void A_damaged_policy_and_a_policy_of_another_case_are_refused()
    {
        var rule = Trained("newsvendor");
        Refused("policy.other-problem", "policy", "evaluate", rule, "--case", "inventory").Error.Should().Contain("newsvendor");
        Refused("policy.other-problem", "policy", "compare", "myopic", rule, "--case", "inventory");
        var policy = Path.Combine(rule, "policy.json");
        var text = File.ReadAllText(policy);
        File.WriteAllText(policy, text[..(text.Length / 2)]);
        Refused("policy.file-broken", "policy", "evaluate", rule);
        File.Delete(policy);
        Refused("policy.unfinished", "policy", "evaluate", rule);
        File.WriteAllText(Path.Combine(rule, "training.json"), """{"version": 1, "method": "tsddr"}""");
        Refused("policy.file-broken", "policy", "evaluate", rule);
        File.WriteAllText(Path.Combine(rule, "training.json"), """{"version": 2}""");
        Refused("policy.file-version", "policy", "plot", rule, "--out", Folder("x"));
    }

    [Fact]
    public void Cuts_cannot_be_said_in_onnx()
    {
        var cuts = Folder("cuts");
        CommandRun.Of("policy", "train", "--case", "newsvendor", "--method", "sddp", "--iterations", "2", "--out", cuts).ExitCode.Should().Be(0);
        Refused("policy.not-a-rule", "policy", "export", cuts, "--out", Folder("x.onnx"));
    }

    private string Trained(string name)
    {
        var folder = Folder("trained");
        CommandRun.Of("policy", "train", "--case", name, "--updates", "2", "--out", folder).ExitCode.Should().Be(0);
        return folder;
    }

    private string Folder(string name) => Path.Combine(_folder.Path, name);

    private static CommandRun Refused(string code, params string[] arguments)
    {
        var run = CommandRun.Of(arguments);
        run.ExitCode.Should().Be(3, run.Error);
        run.Error.Should().Contain($"[{code}]");
        run.Output.Should().BeEmpty();
        ShouldBeCivil(run);
        return run;
    }

    private static void ShouldBeCivil(CommandRun run)
    {
        (run.Output + run.Error).Should().NotContain("   at ").And.NotContain("Exception");
        run.Error.Split('\n').Should().HaveCountLessThan(8);
    }

    private static string RepositoryRoot([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
