using FluentAssertions;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Formulation.Tests.Modeling;

/// <summary>The dialect of docs/reference/model-formats.md, as other programs write it.</summary>
public class MpsReaderTests
{
    private const string Head = "ROWS\n N cost\n L c1\n G c2\n E c3\nCOLUMNS\n x cost 1 c1 1\n x c2 1 c3 1\n y cost 1\n";

    [Fact]
    public void A_fixed_file_with_blanks_in_names_is_read()
    {
        var model = Read("""
            * a plan
            NAME          Two loaves
            ROWS
             N  COST
             L  FLOUR A
             G  MIN
            COLUMNS
                RYE 1     COST               1.5   FLOUR A            2.
                RYE 1     MIN                1.0
                M1        'MARKER'                 'INTORG'
                WHEAT     COST              -2.0   FLOUR A            1.
                M2        'MARKER'                 'INTEND'
            RHS
                RHS       FLOUR A          100.0   COST             -7.0
                RHS       MIN                3.0
            BOUNDS
             UP BND       RYE 1             40.0
            ENDATA
            """);
        model.Name.Should().Be("Two loaves");
        model.Variables.Select(v => (v.Name, v.Kind, v.Lower, v.Upper)).Should()
            .Equal(("RYE 1", VariableKind.Continuous, 0, 40), ("WHEAT", VariableKind.Integer, 0, 1));
        model.Rows.Select(row => (row.Name, row.Lower, row.Upper)).Should().Equal(("FLOUR A", null, 100), ("MIN", 3, null));
        model.Objective.Expression.Constant.Should().Be(7);
        model.Rows[0].Expression.Terms.Select(term => term.Coefficient).Should().Equal(2, 1);
    }

    [Theory]
    [InlineData("L", 10, 4, 6.0, 10.0)]
    [InlineData("L", 10, -4, 6.0, 10.0)]
    [InlineData("G", 10, 4, 10.0, 14.0)]
    [InlineData("G", 10, -4, 10.0, 14.0)]
    [InlineData("E", 10, 4, 10.0, 14.0)]
    [InlineData("E", 10, -4, 6.0, 10.0)]
    [InlineData("E", 10, 0, 10.0, 10.0)]
    public void Ranges_follow_the_sign_rules(string type, double side, double range, double lower, double upper)
    {
        var row = Read($"ROWS\n N o\n {type} c\nCOLUMNS\n x c 1\nRANGES\n R c {range}\nRHS\n B c {side}\nENDATA").Rows.Single();
        (row.Lower, row.Upper).Should().Be((lower, upper));
    }

    [Theory]
    [InlineData("UP B x 4", VariableKind.Continuous, 0.0, 4.0)]
    [InlineData("UP x 4", VariableKind.Continuous, 0.0, 4.0)]
    [InlineData("UP B x 1e30", VariableKind.Continuous, 0.0, null)]
    [InlineData("UP B x Inf", VariableKind.Continuous, 0.0, null)]
    [InlineData("LO B x -3", VariableKind.Continuous, -3.0, null)]
    [InlineData("LO B x -1e30", VariableKind.Continuous, null, null)]
    [InlineData("FX B x 3", VariableKind.Continuous, 3.0, 3.0)]
    [InlineData("FR B x", VariableKind.Continuous, null, null)]
    [InlineData("FR x", VariableKind.Continuous, null, null)]
    [InlineData("FR x 0", VariableKind.Continuous, null, null)]
    [InlineData("MI B x\n UP B x 4", VariableKind.Continuous, null, 4.0)]
    [InlineData("PL B x", VariableKind.Continuous, 0.0, null)]
    [InlineData("BV B x", VariableKind.Binary, 0.0, 1.0)]
    [InlineData("BV B x 1", VariableKind.Binary, 0.0, 1.0)]
    [InlineData("LI B x 2", VariableKind.Integer, 2.0, null)]
    [InlineData("UI B x 9", VariableKind.Integer, 0.0, 9.0)]
    public void Bounds_of_all_types_are_read(string bound, VariableKind kind, double? lower, double? upper)
    {
        var variable = Read(Head + "BOUNDS\n " + bound + "\nENDATA").Variables[0];
        (variable.Kind, variable.Lower, variable.Upper).Should().Be((kind, lower, upper));
    }

    [Fact]
    public void A_negative_upper_bound_alone_frees_the_variable_below_with_a_warning()
    {
        var result = ModelFormat.Mps.Read(Head + "BOUNDS\n UP B x -4\nENDATA");
        (result.Value.Variables[0].Lower, result.Value.Variables[0].Upper).Should().Be((null, -4));
        result.Diagnostics.Single().Code.Should().Be("mps.negative-upper");
    }

    [Fact]
    public void Sense_sets_and_further_free_rows_are_read()
    {
        var model = Read("NAME\nOBJSENSE MAX\nROWS\n N cost\n N watched\n L c1\nCOLUMNS\n x cost 1 watched 2\n x c1 1\nRHS\n c1 4\nENDATA");
        model.Objective.Sense.Should().Be(ObjectiveSense.Maximize);
        model.Rows.Select(row => (row.Name, row.Lower, row.Upper)).Should().Equal(("watched", null, null), ("c1", null, 4));
        Read("OBJSENSE\n MINIMIZE\nROWS\n N cost\nCOLUMNS\nENDATA").Objective.Sense.Should().Be(ObjectiveSense.Minimize);
    }

    [Theory]
    [InlineData("ROWS\n N c\n Q d\nENDATA", "mps.syntax", 3, 2)]
    [InlineData("ROWS\n N c\n L c\nENDATA", "model.duplicate-name", 3, 4)]
    [InlineData("ROWS\n N c d e\nENDATA", "mps.syntax", 2, 2)]
    [InlineData(" N c\nENDATA", "mps.syntax", 1, 2)]
    [InlineData("ROWS\nN c\nENDATA", "mps.unsupported", 2, 1)]
    [InlineData("ROWS\n N c\nSOS\nENDATA", "mps.unsupported", 3, 1)]
    [InlineData("OBJSENSE\n UP\nENDATA", "mps.syntax", 2, 2)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x d 1\nENDATA", "mps.unknown-row", 4, 4)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c one\nENDATA", "mps.number", 4, 6)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c nan\nENDATA", "mps.number", 4, 6)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1e400\nENDATA", "mps.number", 4, 6)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c\nENDATA", "mps.syntax", 4, 2)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1 c 2\nENDATA", "mps.duplicate-entry", 4, 8)]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1\n y c 1\n x c 2\nENDATA", "mps.duplicate-column", 6, 2)]
    [InlineData("ROWS\n N c\nCOLUMNS\n m 'MARKER' 'SOSORG'\nENDATA", "mps.unsupported", 4, 13)]
    [InlineData(Head + "RHS\n A c1 3\n B c2 4\nENDATA", "mps.second-set", 12, 2)]
    [InlineData(Head + "RHS\n A c1 3 c1 4\nENDATA", "mps.duplicate-entry", 11, 9)]
    [InlineData(Head + "RHS\n A c9 3\nENDATA", "mps.unknown-row", 11, 4)]
    [InlineData(Head + "BOUNDS\n UP B z 3\nENDATA", "mps.unknown-variable", 11, 7)]
    [InlineData(Head + "BOUNDS\n FR B z\nENDATA", "mps.unknown-variable", 11, 7)]
    [InlineData(Head + "BOUNDS\n XX B x 3\nENDATA", "mps.syntax", 11, 2)]
    [InlineData(Head + "BOUNDS\n SC B x 3\nENDATA", "mps.unsupported", 11, 2)]
    [InlineData(Head + "BOUNDS\n UP B x -inf\nENDATA", "mps.number", 11, 9)]
    [InlineData(Head + "BOUNDS\n FX B x inf\nENDATA", "mps.number", 11, 9)]
    [InlineData(Head + "BOUNDS\n LO B x 5\n UP B x 4\nENDATA", "model.crossed-limits", 12, 7)]
    [InlineData(Head + "INDICATORS\n IF c1 y 1\nENDATA", "model.indicator-not-binary", 3, 4)]
    [InlineData(Head + "INDICATORS\n IF c1 y 2\nENDATA", "mps.syntax", 11, 2)]
    [InlineData(Head + "INDICATORS\n IF cost y 1\nENDATA", "mps.syntax", 11, 5)]
    [InlineData(Head + "ENDATA\nmore", "mps.syntax", 11, 1)]
    [InlineData(Head, "mps.syntax", 10, 1)]
    public void What_is_wrong_is_told_with_its_place(string text, string code, int line, int column)
    {
        var result = ModelFormat.Mps.Read(text, "plan.mps");
        result.IsSuccess.Should().BeFalse();
        var diagnostic = result.Diagnostics.Should().ContainSingle().Subject;
        (diagnostic.Code, diagnostic.Location).Should().Be((code, new DiagnosticLocation(line, column, "plan.mps")));
    }

    private static Model Read(string text)
    {
        var result = ModelFormat.Mps.Read(text);
        result.Diagnostics.Should().BeEmpty();
        return result.Value;
    }
}
