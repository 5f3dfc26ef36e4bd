using FluentAssertions;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Formulation.Tests.Modeling;

/// <summary>The format of docs/reference/model-json.md.</summary>
public class JsonReaderTests
{
    private const string Head = "{\"format\":\"nlopt-model\",\"version\":1,";
    private const string Objective = "\"objective\":{\"sense\":\"minimize\",\"coefficients\":{}}";

    [Fact]
    public void Properties_come_in_any_order_and_what_is_usual_may_be_left_out()
    {
        var model = ModelFormat.Json.Read("""
            {
              "objective": { "coefficients": { "x": 2 }, "sense": "maximize" },
              "rows": [ { "upper": 4, "coefficients": { "x": 1, "b": 0 } } ],
              "indicators": [ { "coefficients": { "x": 1 }, "activeValue": 1, "binary": "b", "lower": 1 } ],
              "variables": [ { "name": "x" }, { "name": "b", "kind": "binary" }, { "name": "free", "lower": null } ],
              "version": 1,
              "format": "nlopt-model"
            }
            """).Value;
        model.Variables.Select(v => (v.Name, v.Kind, v.Lower, v.Upper)).Should().Equal(
            ("x", VariableKind.Continuous, 0, null), ("b", VariableKind.Binary, 0, 1), ("free", VariableKind.Continuous, null, null));
        model.Rows.Should().ContainSingle().Which.Expression.Terms.Should().ContainSingle("a zero says nothing");
        model.Indicators.Should().ContainSingle().Which.ActiveValue.Should().BeTrue();
    }

    [Theory]
    [InlineData("[1]", "json.syntax", 1, 1)]
    [InlineData("{\n  \"format\": \"other\"}", "json.format", 2, 13)]
    [InlineData("{\"a\":1}", "json.unknown-property", 1, 2)]
    [InlineData("{}", "json.format", 1, 2)]
    [InlineData("{\"format\":\"nlopt-model\",\"version\":2}", "json.version", 1, 35)]
    [InlineData("{\"format\":\"nlopt-model\"}", "json.missing-property", 1, 24)]
    [InlineData(Head + "\n\"variables\":[],\n\"objective\":{\"sense\":\"best\"}}", "json.value", 3, 22)]
    [InlineData(Head + "\n\"variables\":[],\n\"objective\":{\"sense\":\"minimize\"}}", "json.missing-property", 3, 13)]
    [InlineData(Head + Objective + ",\n\"variables\":[{\"name\":\"é𝒙\",\"kind\":\"real\"}]}", "json.value", 2, 35)]
    [InlineData(Head + Objective + ",\n\"variables\":[{\"name\":\"x\"},{\"name\":\"x\"}]}", "model.duplicate-name", 2, 27)]
    [InlineData(Head + Objective + ",\n\"variables\":[{\"name\":\" \"}]}", "model.blank-name", 2, 14)]
    [InlineData(Head + Objective + ",\n\"variables\":[{\"name\":null}]}", "json.syntax", 2, 22)]
    [InlineData(Head + Objective + ",\n\"variables\":[{\"name\":\"\\ud800\"}]}", "format.encoding", 2, 22)]
    [InlineData(Head + Objective + ",\n\"variables\":[{\"name\":\"x\",\"lower\":1e400}]}", "json.number", 2, 34)]
    [InlineData(Head + Objective + ",\n\"variables\":[{\"name\":\"x\",\"lower\":NaN}]}", "json.syntax", 2, 34)]
    [InlineData(Head + Objective + ",\n\"variables\":[{\"name\":\"x\",\"lower\":\"3\"}]}", "json.syntax", 2, 34)]
    [InlineData(Head + Objective + ",\n\"variables\":[{\"name\":\"x\",\"lower\":3,\"lower\":4}]}", "json.duplicate-property", 2, 36)]
    [InlineData(Head + Objective + ",\n\"variables\":[{\"name\":\"x\",\"upper\":-1}]}", "model.crossed-limits", 2, 14)]
    [InlineData(Head + Objective + ",\"variables\":[],\n\"rows\":[{\"coefficients\":{\"x\":1}}]}", "json.unknown-variable", 2, 26)]
    [InlineData(Head + Objective + ",\"variables\":[],\n\"rows\":[{}]}", "json.missing-property", 2, 9)]
    [InlineData(Head + Objective + ",\"variables\":[],\n\"rows\":[{\"operator\":\"<=\"}]}", "json.unknown-property", 2, 10)]
    [InlineData(Head + Objective + ",\"variables\":[],\n\"indicators\":[{\"coefficients\":{},\"activeValue\":2}]}", "json.value", 2, 48)]
    [InlineData(Head + Objective + ",\"variables\":[{\"name\":\"x\"}],\n\"indicators\":[{\"coefficients\":{},\"activeValue\":1,\"binary\":\"x\"}]}", "model.indicator-not-binary", 2, 15)]
    [InlineData(Head + Objective + ",\"variables\":[]}\n{}", "json.syntax", 2, 1)]
    [InlineData(Head + Objective + ",\"variables\":[]", "json.syntax", 1, 102)]
    [InlineData("{\n\"format\":\"nlopt-model\",,}", "json.syntax", 2, 24)]
    public void What_is_wrong_is_told_with_its_place(string text, string code, int line, int column)
    {
        var result = ModelFormat.Json.Read(text, "plan.json");
        result.IsSuccess.Should().BeFalse();
        var diagnostic = result.Diagnostics.Should().ContainSingle().Subject;
        (diagnostic.Code, diagnostic.Location).Should().Be((code, new DiagnosticLocation(line, column, "plan.json")));
    }
}
