using FluentAssertions;
using NlOpt.Policies.Examples;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Rules;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Tsddr;

public sealed class DecisionRuleFileTests : IDisposable
{
    private static readonly MultistageProblem Inventory = ExampleProblems.Find("inventory")!.Create();

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("nlopt-rule-").FullName, "policy.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Theory]
    [InlineData("linear", false)]
    [InlineData("mlp 5", true)]
    [InlineData("lstm 3 head 4", false)]
    public void What_is_written_reads_back_as_the_same_rule(string shape, bool isPenalized)
    {
        var rule = Rule(shape, isPenalized);
        DecisionRuleFile.Write(_path, "ts-ddr", Inventory, rule).Should().BeNull();
        var read = DecisionRuleFile.Read(_path, Inventory, OrToolsSolvers.Clp);
        read.IsSuccess.Should().BeTrue(string.Join("; ", read.Diagnostics));
        read.Value.Name.Should().Be("ts-ddr");
        var found = read.Value.Rule.Should().BeOfType<DecisionRule>().Subject;
        found.Parameters.Should().Equal(rule.Parameters);
        found.Should().BeEquivalentTo(rule, options => options.Excluding(known => known.Map).Excluding(known => known.Network));
        Directory.GetFiles(Path.GetDirectoryName(_path)!).Should().ContainSingle("nothing half written stays behind");
    }

    [Fact]
    public void A_rule_of_another_problem_is_refused()
    {
        DecisionRuleFile.Write(_path, "ts-ddr", Inventory, Rule("linear", false));
        Refusal(ExampleProblems.Find("newsvendor")!.Create()).Should().Be("policy.other-problem");
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2")]
    [InlineData("\"network\": \"linear\"", "\"network\": \"mlp 64\"")]
    [InlineData("\"network\": \"linear\"", "\"network\": \"convolution\"")]
    [InlineData("\"stretch\": 0.1", "\"stretch\": -1")]
    [InlineData("\"parameters\": \"", "\"parameters\": \"!")]
    [InlineData("\"harmonics\": 2", "\"harmonics\": 2000000000")]
    [InlineData("\"name\": \"ts-ddr\"", "\"name\": null")]
    [InlineData("\"name\": \"ts-ddr\"", "\"name\": \"\"")]
    [InlineData("\"network\": \"linear\"", "\"network\": null")]
    [InlineData("\"features\": {", "\"features\": null, \"other\": {")]
    [InlineData("\"parameters\": \"", "\"parameters\": null, \"other\": \"")]
    [InlineData("{", "[")]
    public void A_changed_file_is_refused(string before, string after)
    {
        DecisionRuleFile.Write(_path, "ts-ddr", Inventory, Rule("linear", false));
        var text = File.ReadAllText(_path);
        text.Should().Contain(before);
        var position = text.IndexOf(before, StringComparison.Ordinal);
        File.WriteAllText(_path, text[..position] + after + text[(position + before.Length)..]);
        Refusal(Inventory).Should().BeOneOf("policy.file-broken", "network.shape");
    }

    [Fact]
    public void Parameters_that_are_not_finite_are_refused()
    {
        var rule = Rule("linear", false);
        DecisionRuleFile.Write(_path, "ts-ddr", Inventory, rule with { Parameters = rule.Parameters.SetItem(0, double.NaN) });
        Refusal(Inventory).Should().Be("policy.file-broken");
    }

    [Fact]
    public void A_missing_file_says_so() => Refusal(Inventory).Should().Be("policy.file-unreadable");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("no JSON")]
    [InlineData("{}")]
    public void Anything_else_is_refused(string content)
    {
        File.WriteAllText(_path, content);
        Refusal(Inventory).Should().Be("policy.file-broken");
    }

    private string Refusal(MultistageProblem problem)
    {
        var read = DecisionRuleFile.Read(_path, problem, OrToolsSolvers.Clp);
        read.IsSuccess.Should().BeFalse();
        read.Diagnostics[0].Message.Should().NotBeNullOrWhiteSpace();
        return read.Diagnostics[0].Code;
    }

    private static DecisionRule Rule(string shape, bool isPenalized)
    {
        var rule = new DecisionRule(
            NetworkShape.Parse(shape).Value, [], RuleFeatures.Of(Inventory), new FractionActivation(),
            isPenalized ? new StateBoxMap(Inventory) : Inventory.TargetMap!, isPenalized ? new TargetPenalty(3, 0.5) : null);
        var parameters = new double[rule.Network.ParameterCount];
        rule.Network.Initialize(new RandomNumbers(1), parameters);
        return rule with { Parameters = [.. parameters] };
    }
}
