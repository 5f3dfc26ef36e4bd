using System.Text.Json;
using FluentAssertions;
using NlOpt.Cli;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>Batches: one line each, nothing lost, nothing done twice.</summary>
public sealed class ReadCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static Engines Engines => CommandRun.Reading(new FixedFormulator(("orchard", KnownProblems.ReadOrchard), ("workshop", KnownProblems.ReadWorkshop)));

    private static string Batch => string.Join('\n',
    [
        Line("one", KnownProblems.Orchard),
        Line("two", "The mill was built in 1782."),
        Line("three", KnownProblems.Workshop),
    ]);

    private string Predictions => Path.Combine(_folder.Path, "predictions.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_problem_gets_one_line_in_order()
    {
        var run = Read(Batch, "--solve");
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("2 read, 1 declined, 0 failed, 0 kept");
        var records = Records();
        records.Select(record => record.Id).Should().Equal("one", "two", "three");
        records.Select(record => record.Status).Should().Equal(PredictionStatus.Read, PredictionStatus.Declined, PredictionStatus.Read);
        records[0].Solution!.ObjectiveValue.Should().BeApproximately(43400, 1e-6);
        records[2].Solution!.Status.Should().Be(Solving.TerminationReason.Infeasible);
    }

    [Fact]
    public void Without_solve_there_are_no_solutions()
    {
        Read(Batch).ExitCode.Should().Be(0);
        Records().Should().OnlyContain(record => record.Solution == null);
    }

    [Fact]
    public void A_second_run_keeps_what_is_there()
    {
        Read(Line("one", KnownProblems.Orchard));
        var before = File.ReadAllText(Predictions);
        Read(Batch).Output.Should().Contain("1 read, 1 declined, 0 failed, 1 kept");
        File.ReadAllText(Predictions).Should().StartWith(before);
        Records().Should().HaveCount(3);
    }

    [Fact]
    public void A_line_that_was_cut_off_is_read_again()
    {
        Read(Batch);
        var whole = File.ReadAllText(Predictions);
        File.WriteAllText(Predictions, whole[..^40]);
        Read(Batch).Output.Should().Contain("1 read, 0 declined, 0 failed, 2 kept");
        File.ReadAllText(Predictions).Should().Be(whole);
    }

    [Fact]
    public void Ctrl_C_keeps_what_is_done()
    {
        using var cancellation = new CancellationTokenSource();
        var engines = CommandRun.Reading(new FixedFormulator(
            ("workshop", KnownProblems.ReadWorkshop),
            ("orchard", text =>
            {
                cancellation.Cancel();
                cancellation.Token.ThrowIfCancellationRequested();
                return KnownProblems.ReadOrchard(text);
            })));
        var input = _folder.File("batch.jsonl", string.Join('\n', Line("one", KnownProblems.Workshop), Line("two", KnownProblems.Orchard)));
        var run = CommandRun.With(engines, [], ["read", input, "--out", Predictions], color: false, cancellation.Token);
        run.ExitCode.Should().Be(130);
        Records().Select(record => record.Id).Should().Equal("one");
    }

    [Theory]
    [InlineData("{\"id\": \"a\"}", "batch.line")]
    [InlineData("no json", "batch.line")]
    [InlineData("{\"id\": \"a\", \"document\": \"x\"}\n{\"id\": \"a\", \"document\": \"y\"}", "batch.duplicate-id")]
    public void A_malformed_batch_is_refused_as_a_whole(string batch, string code)
    {
        var run = Read(batch);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain(code).And.MatchRegex(@"batch\.jsonl:\d");
        File.Exists(Predictions).Should().BeFalse();
    }

    [Theory]
    [InlineData("my notes\n")]
    [InlineData("my notes")]
    public void A_file_of_something_else_is_left_alone(string content)
    {
        File.WriteAllText(Predictions, content);
        var run = Read(Batch);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("batch.output");
        File.ReadAllText(Predictions).Should().Be(content);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_named()
    {
        var run = CommandRun.With(Engines, "", "read", _folder.File("batch.jsonl", Batch), "--out", Path.Combine(_folder.Path, "no", "such", "folder.jsonl"));
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("batch.output");
    }

    [Fact]
    public void Solve_with_json_prints_the_same_document()
    {
        var run = CommandRun.With(Engines, KnownProblems.Orchard, "solve", "-", "--json");
        run.ExitCode.Should().Be(0);
        PredictionLine.Read(run.Output.Trim(), 1).Value.Solution!.ObjectiveValue.Should().BeApproximately(43400, 1e-6);
    }

    private static string Line(string id, string document) => JsonSerializer.Serialize(new { id, document });

    private CommandRun Read(string batch, params string[] options) =>
        CommandRun.With(Engines, "", ["read", _folder.File("batch.jsonl", batch), "--out", Predictions, .. options]);

    private List<PredictionRecord> Records() => [.. File.ReadLines(Predictions).Select((line, index) => PredictionLine.Read(line, index + 1).Value)];
}
