using FluentAssertions;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

/// <summary>Readings that say something else have other keys.</summary>
public class ReadingKeyTests
{
    private static readonly Sketch Sketch = new("Grow at least 40 of rye, oats, corn and hops.", "rye", "oats", "corn", "hops");

    private static readonly LimitKind[] Kinds = [LimitKind.Bound, LimitKind.Ratio, LimitKind.Multiple, LimitKind.Comparison];

    [Fact]
    public void Rows_of_other_kinds_variables_or_directions_are_told_apart()
    {
        var rows =
            from kind in Kinds
            from variable in Enumerable.Range(0, 4)
            from other in Enumerable.Range(-1, 5)
            from row in (DecodedRow[])[Sketch.Row(kind, "40", true, variable), Sketch.Row(kind, "40", false, variable)]
            select row with { Other = other };
        var keys = rows.Select(row => new ReadingKey("", null, [row])).ToList();
        keys.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_order_of_rows_and_repeated_rows_say_nothing()
    {
        var (first, second) = (Sketch.Row(LimitKind.Bound, "40", true, 0), Sketch.Row(LimitKind.Bound, "40", true, 1));
        new ReadingKey("", null, [first, second]).Should().Be(new ReadingKey("", null, [second, first, second]));
        new ReadingKey("", null, [first]).Should().NotBe(new ReadingKey("", null, [first, second]));
    }
}
