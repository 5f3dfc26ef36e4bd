using FluentAssertions;
using FsCheck;
using FsCheck.Xunit;
using NlOpt.Datasets.Hydro;
using NlOpt.Modeling;
using NlOpt.Policies.Hydro;
using Xunit;

namespace NlOpt.Datasets.Tests.Hydro;

public sealed class BadCaseTests
{
    [Theory]
    [InlineData("\"pmax\": 0.8", "\"pmax\": -0.8", "data.range", "gen.1.pmax is -0.8 and must not be below 0")]
    [InlineData("\"rate_a\": 1.6", "\"rate_a\": -1", "data.range", "branch.1.rate_a is -1 and must not be below 0")]
    [InlineData("\"rate_a\": 1.6", "\"rate_a\": 1e999", "data.shape", "branch.1.rate_a must be a finite number")]
    [InlineData("\"rate_a\": 1.6", "\"rate_a\": 1e300", "data.range", "branch.1.rate_a is 1E+300 and must not be above 1000000000000")]
    [InlineData("\"rate_a\": 1.6", "\"rate_a\": null", "data.shape", "branch.1 lacks the field 'rate_a'")]
    [InlineData("\"br_x\": 0.1", "\"br_x\": 0", "data.range", "branch.1.br_x must not be 0")]
    [InlineData("\"angmax\": 1.0472", "\"angmax\": -2", "data.range", "branch.1.angmax is -2 and must not be below -1.0472")]
    [InlineData("\"t_bus\": 2", "\"t_bus\": 1", "data.shape", "branch.1.t_bus is the bus where the branch begins")]
    [InlineData("\"t_bus\": 2", "\"t_bus\": 9", "data.unknown-reference", "branch.1.t_bus names the bus 9, which does not exist or is out of service")]
    [InlineData("\"gen_bus\": 3", "\"gen_bus\": 4", "data.unknown-reference", "gen.1.gen_bus names the bus 4, which does not exist or is out of service")]
    [InlineData("\"load_bus\": 1", "\"load_bus\": 4", "data.unknown-reference", "load.1.load_bus names the bus 4, which does not exist or is out of service")]
    [InlineData("{ \"index\": 2, \"name\"", "{ \"index\": 1, \"name\"", "data.duplicate-index", "bus.2 has the index 1, which another bus has already")]
    [InlineData("\"2\": { \"index\": 2, \"name\"", "\"1\": { \"index\": 2, \"name\"", "data.json", null)]
    [InlineData("\"bus_type\": 3", "\"bus_type\": 1", "data.shape", "bus has no reference bus")]
    [InlineData("\"pd\": 1.2", "\"pd\": \"1.2\"", "data.shape", "load.1.pd must be a finite number")]
    [InlineData("\"cost\": [1500, 0]", "\"cost\": [3, 1500, 0]", "data.unsupported", "gen.1.cost[0] is not 0: only the linear cost may be")]
    [InlineData("\"cost\": [1500, 0]", "\"cost\": 1500", "data.shape", "gen.1.cost must be a list")]
    [InlineData("\"angmin\"", "\"tap\": 1.02, \"angmin\"", "data.unsupported", "branch.1.tap is not 1: tap ratios are not modelled")]
    [InlineData("\"per_unit\": true", "\"per_unit\": false", "data.unsupported", "per_unit is false: powers must be in per unit")]
    [InlineData("\"per_unit\": true", "\"shunt\": { \"1\": {} }", "data.unsupported", "shunt.1 is a device that DC dispatch does not model here")]
    [InlineData("\"baseMVA\": 100", "\"baseMVA\": 0", "data.range", null)]
    [InlineData("\"cost_deficit\": 300,", "", "data.shape", "the document lacks the field 'cost_deficit'")]
    [InlineData("\"name\": \"town\"", "\"name\": \"\\ud800\"", "data.shape", "bus.1.name holds half of a character pair")]
    [InlineData("\"name\": \"town\"", "\"name\": \"a\\u001b[31m\"", "data.shape", "bus.1.name must be a text, neither blank nor with control characters")]
    public void AFaultInTheNetworkIsNamed(string text, string by, string code, string? message) =>
        Check(CaseFolder.Network, text, by, code, message);

    [Theory]
    [InlineData("\"max_volume\": 300", "\"max_volume\": -1", "data.range", "Hydrogenerators[0].max_volume is -1 and must not be below 0")]
    [InlineData("\"max_turn\": 40", "\"max_turn\": -1", "data.range", "Hydrogenerators[0].max_turn is -1 and must not be below 0")]
    [InlineData("\"initial_volume\": 150", "\"initial_volume\": 301", "data.range", "Hydrogenerators[0].initial_volume is 301 and must not be above 300")]
    [InlineData("\"index_grid\": 4", "\"index_grid\": 8", "data.unknown-reference", "Hydrogenerators[0].index_grid names the generator 8, which does not exist or is out of service")]
    [InlineData("\"index_grid\": 5", "\"index_grid\": 4", "data.duplicate-index", "Hydrogenerators has '4' twice as index_grid, the second time at [1]")]
    [InlineData("\"name\": \"Side Lake\"", "\"name\": \"Upper Lake\"", "data.duplicate-index", "Hydrogenerators has 'Upper Lake' twice as name, the second time at [1]")]
    [InlineData("\"index\": 2", "\"index\": 1", "data.duplicate-index", "Hydrogenerators[1] has the index 1, which another reservoir has already")]
    [InlineData("\"downstream_turn\": [3]", "\"downstream_turn\": [9]", "data.unknown-reference", "Hydrogenerators[0].downstream_turn[0] names the reservoir 9, which does not exist or is out of service")]
    [InlineData("\"downstream_turn\": [3]", "\"downstream_turn\": [3, 4]", "data.unsupported", "Hydrogenerators[0].downstream_turn[1] is a second reservoir below: water goes to one only")]
    [InlineData("\"downstream_turn\": []", "\"downstream_turn\": [1]", "data.cycle", "Hydrogenerators downstream_turn, downstream_spill: water would run in a circle through 'Upper Lake', 'Gorge', 'Weir'")]
    [InlineData("\"max_turn\": 40", "\"min_volume\": 9, \"max_turn\": 40", "data.shape", "Hydrogenerators[0] lacks the field 'minimal_volume_violation_cost'")]
    [InlineData("\"max_turn\": 40", "\"min_turn\": 9, \"minimal_outflow_violation_cost\": 0, \"max_turn\": 40", "data.range", "Hydrogenerators[0].minimal_outflow_violation_cost must be above 0 because there is a minimum")]
    [InlineData("\"max_turn\": 40", "\"final_volume\": 9, \"max_turn\": 40", "data.unsupported", "Hydrogenerators[0].final_volume is not 0: volumes to be left at the end are not modelled")]
    [InlineData("\"stage_hours\": 730", "\"stage_hours\": 0", "data.range", null)]
    [InlineData("\"stages\": 36", "\"stages\": 2000000000", "data.range", "stages is 2000000000 and must not be above 100000")]
    [InlineData("\"stages\": 36", "\"stages\": 1.5", "data.shape", "stages must be a whole number")]
    [InlineData("\"reported_stages\": 24", "\"reported_stages\": 37", "data.range", "reported_stages is 37, more than the 36 stages")]
    [InlineData("\"Hydrogenerators\"", "\"Hydrogenerator\"", "data.shape", "the document lacks the field 'Hydrogenerators'")]
    public void AFaultInTheReservoirsIsNamed(string text, string by, string code, string? message) =>
        Check(CaseFolder.Water, text, by, code, message);

    [Theory]
    [InlineData("NaN", "data.range")]
    [InlineData("-1", "data.range")]
    [InlineData("Infinity", "data.range")]
    [InlineData("1e999", "data.range")]
    [InlineData("1e300", "data.range")]
    [InlineData("", "data.range")]
    [InlineData("1,5", "data.columns")]
    [InlineData("\u001b[31m", "data.range")]
    public void AFaultInTheInflowsIsNamedWithItsLine(string value, string code)
    {
        using var folder = new CaseFolder();
        var lines = File.ReadAllLines(folder.FileOf(CaseFolder.Inflows));
        lines[2] = value + lines[2][lines[2].IndexOf(',', StringComparison.Ordinal)..];
        File.WriteAllLines(folder.FileOf(CaseFolder.Inflows), lines);
        var diagnostic = Refused(folder, CaseFolder.Inflows, code);
        diagnostic.Location!.Line.Should().Be(3);
        diagnostic.ToString().Should().NotContain("\u001b");
        if (code == "data.range") diagnostic.Message.Should().StartWith("the inflow in column 1 is ");
    }

    [Theory]
    [InlineData("0.5,0.5\n", 12, null)]
    [InlineData("0.5,0.4\n", 12, "data.range")]
    [InlineData("1,0\n", 12, "data.range")]
    [InlineData("0.5,0.5\n", 11, "data.columns")]
    [InlineData("1\n", 12, "data.columns")]
    public void ProbabilitiesFitTheInflows(string row, int rows, string? code)
    {
        using var folder = new CaseFolder();
        File.WriteAllText(folder.FileOf(CaseFolder.Inflows), string.Concat(Enumerable.Repeat("1,2,3,4,5,6,7,8\n", 12)));
        File.WriteAllText(folder.FileOf(CaseFolder.Probabilities), string.Concat(Enumerable.Repeat(row, rows)));
        if (code is null) HydroCaseLoader.LoadFolder(folder.Path).Value.Case.Inflows[0, 1, 2].Should().Be(6);
        else Refused(folder, code == "data.columns" ? CaseFolder.Inflows : CaseFolder.Probabilities, code).Location!.Line.Should().NotBeNull();
    }

    [Fact]
    public void AnIncompleteRowCountOfColumnsIsRefused()
    {
        using var folder = new CaseFolder();
        File.WriteAllText(folder.FileOf(CaseFolder.Inflows), "1,2,3,4,5,6\n");
        Refused(folder, CaseFolder.Inflows, "data.columns").Message.Should().Be("the row has 6 columns, which is no multiple of the 4 reservoirs");
    }

    [Theory]
    [InlineData(CaseFolder.Network)]
    [InlineData(CaseFolder.Water)]
    [InlineData(CaseFolder.Inflows)]
    public void FilesThatAreNoTextAreRefused(string file)
    {
        using var folder = new CaseFolder();
        var path = folder.FileOf(file);
        File.WriteAllBytes(path, [0x50, 0x4B, 0x03, 0x04, 0xFF, 0xFE, 0x00, 0x80]);
        Refused(folder, file, "data.encoding");
        File.WriteAllBytes(path, [0xFF, 0xFE, 0x31, 0x00, 0x2C, 0x00, 0x32, 0x00]);
        Refused(folder, file, "data.encoding");
        File.WriteAllText(path, "\n \n");
        Refused(folder, file, "data.empty");
        File.Delete(path);
        Refused(folder, file, "data.not-found");
        using (var large = File.Create(path)) large.SetLength(65L << 20);
        Refused(folder, file, "data.too-large");
    }

    [Fact]
    public void ASyntaxErrorIsNamedWithItsLine()
    {
        using var folder = new CaseFolder();
        folder.Spoil(CaseFolder.Network, "\"per_unit\": true,", "\"per_unit\": true");
        Refused(folder, CaseFolder.Network, "data.json").Location!.Line.Should().Be(5);
    }

    [Fact]
    public void UnknownCasesAreNamed()
    {
        HydroCases.Open("atlantis", null).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("hydro.unknown-case");
        HydroCases.Open(HydroCases.Bolivia, null).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("data.not-found");
        HydroCaseLoader.LoadFolder("/nowhere/at/all").Diagnostics.Should().ContainSingle().Which.Code.Should().Be("data.not-found");
    }

    [Property(MaxTest = 100)]
    public bool NoTextMakesTheLoaderThrow(string? text, bool network)
    {
        using var folder = new CaseFolder();
        File.WriteAllText(folder.FileOf(network ? CaseFolder.Network : CaseFolder.Water), text ?? "");
        return !HydroCaseLoader.LoadFolder(folder.Path).IsSuccess;
    }

    [Property(MaxTest = 100)]
    public void NoInflowsMakeTheLoaderThrow(string? text)
    {
        using var folder = new CaseFolder();
        File.WriteAllText(folder.FileOf(CaseFolder.Inflows), text ?? "");
        HydroCaseLoader.LoadFolder(folder.Path).Diagnostics.Should().OnlyContain(diagnostic => diagnostic.Remedy != null);
    }

    /// <summary>One character of a good file is replaced: what is still read can be stated as a problem, anything else is refused.</summary>
    [Property(MaxTest = 100)]
    public void NoSmallFaultMakesTheLoaderThrow(NonNegativeInt position, char character, int file)
    {
        using var folder = new CaseFolder();
        var path = folder.FileOf(((string[])[CaseFolder.Network, CaseFolder.Water, CaseFolder.Inflows])[Math.Abs(file % 3)]);
        var text = File.ReadAllText(path).ToCharArray();
        text[position.Get * 7919L % text.Length] = char.IsSurrogate(character) ? '-' : character;
        File.WriteAllText(path, new string(text));
        var loaded = HydroCaseLoader.LoadFolder(folder.Path);
        if (loaded.IsSuccess) HydroProblem.Of(loaded.Value.Case).State.Should().HaveCount(4);
    }

    private static void Check(string file, string text, string by, string code, string? message)
    {
        using var folder = new CaseFolder();
        folder.Spoil(file, text, by);
        var diagnostic = Refused(folder, file, code);
        if (message is not null) diagnostic.Message.Should().Be(message);
    }

    private static Diagnostic Refused(CaseFolder folder, string file, string code)
    {
        var diagnostic = HydroCaseLoader.LoadFolder(folder.Path).Diagnostics.Should().ContainSingle().Which;
        diagnostic.Code.Should().Be(code);
        diagnostic.Location!.Source.Should().Be(folder.FileOf(file));
        diagnostic.Remedy.Should().NotBeNullOrWhiteSpace();
        return diagnostic;
    }
}
