using FluentAssertions;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Learning;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class JointSearchTests
{
    private static readonly LimitTarget[] Targets =
        [new(LimitKind.Sum), new(LimitKind.Bound, 1), new(LimitKind.Column, 0), new(LimitKind.Column, 1), new(LimitKind.ColumnEach, 0, 0b11)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_choices_are_the_best_of_all(int limitCount)
    {
        var random = new RandomStream((ulong)limitCount);
        for (var trial = 0; trial < 50; trial++)
        {
            double[] objective = [.. Enumerable.Range(0, 3).Select(_ => 0.05 + random.NextDouble())];
            bool[] isComplete = [random.Next(2) == 0, random.Next(2) == 0];
            var limits = Enumerable.Range(0, limitCount)
                .Select(_ => Targets.Select(target => (Target: target, Probability: random.NextDouble())).ToList()).ToList();
            var all = All(objective, limits, isComplete).OrderByDescending(score => score).Take(10).ToList();
            var found = JointSearch.Search(objective, limits, new bool[limitCount], isComplete, 10);
            found.Take(10).Should().HaveCount(all.Count);
            for (var rank = 0; rank < all.Count; rank++) found[rank].Score.Should().BeApproximately(all[rank], 1e-9);
        }
    }

    [Fact]
    public void Limits_are_shared_out_before_one_is_said_twice()
    {
        List<(LimitTarget, double)> either = [(new(LimitKind.Column, 0), 0.5), (new(LimitKind.Column, 1), 0.45)];
        var best = JointSearch.Search([0.01, 0.01, 0.98], [either, either], [false, false], [true, true], 1)[0];
        best.Objective.Should().Be(2, "the last candidate is the count");
        best.Targets.Select(target => target.Index).Should().BeEquivalentTo([0, 1]);
        best.LogProbability.Should().BeApproximately(Math.Log(0.98 * 0.5 * 0.45), 1e-6);
    }

    [Fact]
    public void Both_ends_of_a_range_limit_one_thing()
    {
        List<(LimitTarget, double)> first = [(new(LimitKind.Sum), 0.9), (new(LimitKind.Column, 0), 0.1)];
        List<(LimitTarget, double)> second = [(new(LimitKind.Column, 0), 0.95), (new(LimitKind.Sum), 0.001)];
        var best = JointSearch.Search([0.01, 0.99], [first, second], [false, true], [true], 1)[0];
        best.Targets.Should().AllBeEquivalentTo(new LimitTarget(LimitKind.Column, 0));
    }

    [Fact]
    public void Objectives_that_are_out_of_the_question_are_not_tried() =>
        JointSearch.Search([0.9999, 0.0001], [], [], [true], 10).Select(choice => choice.Objective).Should().Equal(0);

    /// <summary>The score of every joint choice, from its definition.</summary>
    private static IEnumerable<double> All(double[] objective, List<List<(LimitTarget Target, double Probability)>> limits, bool[] isComplete)
    {
        IEnumerable<(LimitTarget Target, double Probability)[]> choices = [[]];
        foreach (var options in limits)
            choices = choices.SelectMany(choice => options.Select(option => ((LimitTarget, double)[])[.. choice, option])).ToList();
        foreach (var choice in choices)
        {
            for (var candidate = 0; candidate < objective.Length; candidate++)
            {
                var used = choice.SelectMany(limit => limit.Target.Columns).Append(candidate).ToHashSet();
                var unused = Enumerable.Range(0, isComplete.Length).Where(column => !used.Contains(column)).Sum(column => isComplete[column] ? 2.0 : 1);
                var repeated = 0.3 * (choice.Length - choice.Select(limit => limit.Target).Distinct().Count());
                yield return Math.Log(objective[candidate] / objective.Sum() + 1e-9) + choice.Sum(limit => Math.Log(limit.Probability + 1e-9)) - unused - repeated;
            }
        }
    }
}
