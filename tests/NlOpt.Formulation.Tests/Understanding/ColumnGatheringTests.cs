using FluentAssertions;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Learning;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class ColumnGatheringTests
{
    private const string Text =
        "A lamp takes 2 hours of turning and 3 hours of painting. A chair takes 4 hours of turning and 5 hours of painting. "
        + "Lamps bring $6, chairs $7.";

    [Fact]
    public void Groups_joined_down_to_a_closeness_are_those_of_joining_from_the_start()
    {
        var random = new RandomStream(1);
        for (var trial = 0; trial < 200; trial++)
        {
            var (numbers, closeness) = Coefficients(random);
            var stepwise = new ColumnGathering(numbers, 2, closeness);
            foreach (var least in (double[])[0.85, 0.6, 0.25, 0.1])
            {
                stepwise.JoinDownTo(least);
                var (columns, log) = stepwise.Columns();
                var expected = JoinedFromTheStart(numbers, closeness, least);
                columns.Select(column => Positions(column.Numbers)).Should().Equal(expected.Select(Positions));
                stepwise.Count.Should().Be(expected.Count);
                log.Should().BeApproximately(expected.Where(group => group.Length > 1).Sum(group => MeanLog(group, closeness)), 1e-12);
            }
        }
    }

    private static string Positions(NumberContext[] numbers) => string.Join(' ', numbers.Select(number => number.Position));

    private static (NumberContext[] Numbers, double[,] Closeness) Coefficients(RandomStream random)
    {
        var numbers = new Sketch(Text, "lamp", "chair").Context.Numbers;
        var closeness = new double[numbers.Length, numbers.Length];
        foreach (var number in numbers)
        {
            number.Variable = random.Next(3);
            foreach (var other in numbers)
                closeness[number.Position, other.Position] = closeness[other.Position, number.Position] = random.NextDouble();
        }

        return (numbers, closeness);
    }

    /// <summary>The same from its definition: all means worked out afresh before each joining.</summary>
    private static List<NumberContext[]> JoinedFromTheStart(NumberContext[] numbers, double[,] closeness, double least)
    {
        var groups = numbers.Select(number => new List<NumberContext> { number }).ToList();
        while (true)
        {
            var pairs = from left in Enumerable.Range(0, groups.Count)
                        from right in Enumerable.Range(left + 1, groups.Count - left - 1)
                        let both = groups[left].Concat(groups[right]).Select(number => number.Variable).ToList()
                        where both.Distinct().Count() == both.Count && !both.Contains(2)
                        let mean = groups[left].Average(one => groups[right].Average(other => closeness[one.Position, other.Position]))
                        where mean >= least
                        select (left, right, mean);
            if (!pairs.Any()) break;
            var best = pairs.MaxBy(pair => pair.mean);
            groups[best.left].AddRange(groups[best.right]);
            groups.RemoveAt(best.right);
        }

        return [.. groups.Select(group => group.OrderBy(number => number.Position).ToArray()).OrderBy(group => group[0].Position)];
    }

    private static double MeanLog(NumberContext[] group, double[,] closeness) => (
        from one in @group
        from other in @group
        where one != other
        select Math.Log(closeness[one.Position, other.Position] + 1e-3)).Average();
}
