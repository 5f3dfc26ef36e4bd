using FluentAssertions;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Formulation.Tests.Modeling;

/// <summary>The dialect of docs/reference/model-formats.md, as other programs write it.</summary>
public class LpReaderTests
{
    [Fact]
    public void A_file_as_people_write_it_is_read()
    {
        var model = Read("""
            \Problem name: plan
            \* written by hand *\
            MAXIMIZE
              profit: 3x + 2 y
                - z + 4 w + 10   \ the fixed part
            such that
              c1: x + y + 2 z <= 10 c0: x - y >= -2
              c2: 2 <= x + 3.5e0 z
                   + w <= 8
              5 >= y
              x + 2 >= y - 3 z
              c3: x + w = 4
              c4: b = 1 -> x + y <= 3
            RANGES
              -4 <= c1
            bounds
              x <= 4
              -5 <= y <= 5
              z free
              w >= -inf
              b <= 1
            general
              x y
            binary b
            end
            """);
        model.Name.Should().Be("plan");
        model.Objective.Sense.Should().Be(ObjectiveSense.Maximize);
        model.Objective.Expression.Constant.Should().Be(10);
        model.Variables.Select(v => (v.Name, v.Kind, v.Lower, v.Upper)).Should().Equal(
            ("x", VariableKind.Integer, 0, 4), ("y", VariableKind.Integer, -5, 5), ("z", VariableKind.Continuous, null, null),
            ("w", VariableKind.Continuous, null, null), ("b", VariableKind.Binary, 0, 1));
        model.Rows.Select(row => (row.Name, row.Lower, row.Upper)).Should().Equal(
            ("c1", -4, 10), ("c0", -2, null), ("c2", 2, 8), (null, null, 5), (null, -2, null), ("c3", 4, 4));
        model.Rows[4].Expression.Terms.Select(term => term.Coefficient).Should().Equal(1, -1, 3);
        model.Indicators.Should().ContainSingle().Which.Upper.Should().Be(3);
    }

    [Fact]
    public void Infinity_and_1e20_mean_no_bound_but_a_note_keeps_a_number()
    {
        Read("max\n x\nst\nbounds\n -1e30 <= x <= 1e20\nend").Variables.Single().Should().Match<Variable>(v => v.Lower == null && v.Upper == null);
        Read("\\ nlopt: {\"variable\":\"x\",\"upper\":1e20}\nmax\n x\nst\nbounds\n x <= 1e20\nend").Variables.Single().Upper.Should().Be(1e20);
        Read("\\ nlopt: {\"variable\":\"x\",\"upper\":1e20}\nmax\n x\nst\nbounds\n x <= 7\nend").Variables.Single().Upper.Should().Be(7, "an edit wins");
    }

    [Fact]
    public void A_note_that_makes_no_sense_is_a_warning()
    {
        var result = ModelFormat.Lp.Read("\\ nlopt: hello\n\\ nlopt: {\"row\":\"c9\",\"name\":null}\nmax\n x\nst\nend");
        result.IsSuccess.Should().BeTrue();
        result.Diagnostics.Select(d => (d.Code, d.Location!.Line)).Should().Equal(("format.note", 1), ("format.note", 2));
    }

    [Fact]
    public void Two_rows_are_joined_only_while_they_are_the_sides_of_one()
    {
        const string Note = "\\ nlopt: {\"row\":\"c\",\"upperRow\":\"d\"}\n";
        Read(Note + "max\n x\nst\n c: x + y >= 1\n d: x + y <= 4\nend").Rows.Single().Should().Match<Row>(row => row.Lower == 1 && row.Upper == 4);
        foreach (var edited in new[] { "d: x + 2 y <= 4", "d: x + y >= 4", "e: x + y <= 4" })
        {
            var result = ModelFormat.Lp.Read(Note + "max\n x\nst\n c: x + y >= 1\n " + edited + "\nend");
            result.Value.Rows.Should().HaveCount(2);
            result.Diagnostics.Single().Code.Should().Be("format.note");
        }
    }

    [Fact]
    public void A_bound_given_again_is_a_warning_and_the_last_one_counts()
    {
        var result = ModelFormat.Lp.Read("max\n x\nst\nbounds\n x <= 4\n x <= 5\nend");
        result.Value.Variables.Single().Upper.Should().Be(5);
        result.Diagnostics.Single().Code.Should().Be("lp.repeated-bound");
    }

    [Fact]
    public void An_integer_between_0_and_1_may_decide_an_indicator() =>
        Read("max\n x\nst\n y = 0 -> x <= 1\nbounds\n y <= 1\ngenerals\n y\nend").Variables[1].Kind.Should().Be(VariableKind.Binary);

    [Theory]
    [InlineData("x + y", "lp.syntax", 1, 1)]
    [InlineData("max\n x y\nst\nend", "lp.syntax", 2, 4)]
    [InlineData("max\n x\nst\n x + <= 3\nend", "lp.syntax", 4, 6)]
    [InlineData("max\n x\nst\n x 3\nend", "lp.syntax", 4, 4)]
    [InlineData("max\n x\nst\n x <= \nend", "lp.syntax", 5, 1)]
    [InlineData("max\n x\nst\n x <= 3", "lp.syntax", 4, 8)]
    [InlineData("max\n x\nst\n 1 <= x >= 3\nend", "lp.syntax", 4, 9)]
    [InlineData("max\n x\nst\n x <= -inf\nend", "lp.syntax", 4, 2)]
    [InlineData("max\n x\nst\n x + inf <= 3\nend", "lp.syntax", 4, 6)]
    [InlineData("max\n 12,34.5 x\nst\nend", "lp.syntax", 2, 4)]
    [InlineData("max\n 1e400 x\nst\nend", "lp.number", 2, 2)]
    [InlineData("max\n 1e308 x + 1e308 x\nst\nend", "model.overflow", 1, 1)]
    [InlineData("max\n x\nst\nbounds\n y <= 3\nend", "lp.unknown-variable", 5, 2)]
    [InlineData("max\n x\nst\ngenerals\n x\n y\nend", "lp.unknown-variable", 6, 2)]
    [InlineData("max\n x\nst\nranges\n 1 <= c1\nend", "lp.unknown-row", 5, 7)]
    [InlineData("max\n x\nst\n c1: x <= 3\nranges\n c1 <= 4\nend", "lp.range", 6, 2)]
    [InlineData("max\n x\nst\n c1: x <= 3\n c1: x >= 2\nend", "model.duplicate-name", 5, 2)]
    [InlineData("max\n x\nst\nbounds\n x <= -3\nend", "model.crossed-limits", 5, 2)]
    [InlineData("max\n x\nst\n 4 <= x <= 3\nend", "model.crossed-limits", 4, 2)]
    [InlineData("max\n x\nst\n y = 1 -> x <= 3\nend", "model.indicator-not-binary", 4, 2)]
    [InlineData("max\n x\nst\n y = 2 -> x <= 3\nbinary\n y\nend", "lp.indicator", 4, 2)]
    [InlineData("max\n x\nst\n y >= 1 -> x <= 3\nbinary\n y\nend", "lp.indicator", 4, 2)]
    [InlineData("max\n [ x ^ 2 ] / 2\nst\nend", "lp.unsupported", 2, 2)]
    [InlineData("max\n x\nst\nsos\n s1: x:1\nend", "lp.unsupported", 4, 1)]
    [InlineData("max\n x\nst\nlazy constraints\n x <= 1\nend", "lp.unsupported", 4, 1)]
    [InlineData("max\n x\nst\nmin\n x\nend", "lp.syntax", 4, 1)]
    [InlineData("max\n x\nst\nend\n more", "lp.syntax", 5, 2)]
    public void What_is_wrong_is_told_with_its_place(string text, string code, int line, int column)
    {
        var result = ModelFormat.Lp.Read(text, "plan.lp");
        result.IsSuccess.Should().BeFalse();
        var diagnostic = result.Diagnostics.Should().ContainSingle().Subject;
        (diagnostic.Code, diagnostic.Location).Should().Be((code, new DiagnosticLocation(line, column, "plan.lp")));
    }

    [Fact]
    public void Messages_read_well() =>
        ModelFormat.Lp.Read("max\n x\nst\nbounds\n y <= 3\nend", "plan.lp").Diagnostics.Single().ToString().Should().Be(
            "plan.lp:5:2: variable 'y' stands neither in the objective nor in a row (check its spelling, or add it with coefficient 0 to the objective) "
            + "[lp.unknown-variable]");

    private static Model Read(string text)
    {
        var result = ModelFormat.Lp.Read(text);
        result.Diagnostics.Should().BeEmpty();
        return result.Value;
    }
}
