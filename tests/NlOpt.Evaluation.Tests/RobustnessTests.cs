using FluentAssertions;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class RobustnessTests
{
    [Fact]
    public void RandomTextsAreTheSameForTheSameArguments()
    {
        for (var index = 0; index < 8; index++) RandomTexts.Of(1, index, ["Some words."]).Should().Be(RandomTexts.Of(1, index, ["Some words."]));
        RandomTexts.Of(1, 0, []).Should().NotBe(RandomTexts.Of(2, 0, []));
    }

    [Fact]
    public void TheReaderStandsRandomTexts()
    {
        var reader = new EmbeddedReader();
        var report = RobustnessRun.Execute(reader, 400, index => ($"{index}", RandomTexts.Of(5, index, [])), 10_000);
        report.Crashes.Should().BeEmpty();
        report.Slow.Should().BeEmpty();
        (report.Read + report.Declined).Should().Be(400);
    }

    [Fact]
    public void WhatBreaksOrTakesLongIsNamed()
    {
        var report = RobustnessRun.Execute(new Fragile(), 3, index => ($"text {index}", index == 1 ? "break" : "hold"), 0, new() { Parallelism = 1 });
        report.Crashes.Should().ContainSingle().Which.Should().Be(new RobustnessFailure("text 1", "InvalidOperationException: broken"));
        report.Declined.Should().Be(2);
        report.Slow.Select(slow => slow.Name).Should().Equal("text 0", "text 1", "text 2");
        report.IsSound.Should().BeFalse();
    }

    [Fact]
    public void AStoppedRunTellsWhatWasMeasuredByThen()
    {
        using var stop = new CancellationTokenSource();
        var options = new EvaluationOptions { Parallelism = 1, Progress = step => { if (step.Done == 2) stop.Cancel(); } };
        var report = RobustnessRun.Execute(new Fragile(), 5, index => ($"text {index}", "hold"), 1000, options, stop.Token);
        report.Planned.Should().Be(5);
        report.Measured.Should().Be(2);
        report.Declined.Should().Be(2);
    }

    private sealed class Fragile : IFormulator
    {
        public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default) => source.Turns[0] == "break"
            ? throw new InvalidOperationException("broken")
            : Result.Failure<Reading>(Diagnostic.Error("read.unknown", "no"));
    }
}
