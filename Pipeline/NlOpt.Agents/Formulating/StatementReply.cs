using System.Text.Json;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Agents.Formulating;

/// <summary>
/// Reads the reply that formalises one rule. The shape of the reply follows from the template; the statement that comes out must be of the template
/// that was asked for, or of one that says the same more simply.
/// </summary>
internal static class StatementReply
{
    /// <summary>The prompt for the rules of a template.</summary>
    public static string PromptOf(Template template)
    {
        var id = template.Id;
        return id switch
        {
            "implication" or "group-implication" or "equivalence" or "required" or "forbidden" => "logic",
            "exactly-one" or "at-least-one" or "at-most-one" or "range-of-n" => "choice",
            "semi-continuous" => "conditional",
            _ when id.EndsWith("k-of-n", StringComparison.Ordinal) => "choice",
            _ when id.StartsWith("conditional", StringComparison.Ordinal) => "conditional",
            _ when id.StartsWith("proportion", StringComparison.Ordinal) => "share",
            _ when id.Contains("comparison", StringComparison.Ordinal) || id.StartsWith("difference", StringComparison.Ordinal) => "comparison",
            _ => "amounts",
        };
    }

    /// <summary>Reads it.</summary>
    /// <param name="root">The reply.</param>
    /// <param name="part">What was asked to be formalised.</param>
    /// <param name="frame">A formulation with the variables and the source, for the check of the statement.</param>
    public static Result<Statement> Read(JsonElement root, FormulatedPart part, ProblemFormulation frame)
    {
        var context = new ReplyContext(frame.Source, frame.Variables, part.Said);
        var statement = new JsonPart(root, "").Object(json => PromptOf(part.Template) switch
        {
            "logic" => Logic(json, context),
            "choice" => new Statement.Cardinality(
                json.Field("activities").List(item => JsonReply.Activity(item, context)), JsonReply.Limit(json.Field("count"), context)),
            "conditional" => new Statement.ConditionalLimit(
                JsonReply.Activity(json.Field("if"), context), JsonReply.Terms(json.Field("terms"), context),
                    JsonReply.Limit(json.Field("limit"), context))
            { Unit = JsonReply.TextOrNull(json.Field("unit")) },
            "share" => new Statement.Proportion(
                JsonReply.Variables(json.Field("part"), context), JsonReply.Variables(json.Field("whole"), context),
                    JsonReply.Limit(json.Field("share"), context)),
            "comparison" => Comparison(json, context),
            _ => Amounts(json, context),
        }) with { Evidence = part.Said };
        if (context.Errors.IsEmpty) Check(statement, part.Template, frame, context);
        return context.Errors is { IsEmpty: false } errors ? Result.Failure<Statement>(errors) : Result.Success(statement);
    }

    private static void Check(Statement statement, Template template, ProblemFormulation frame, ReplyContext context)
    {
        var findings = FormulationCheck.Check(frame with { Statements = [statement] });
        foreach (var finding in findings.Where(finding => finding.Severity == DiagnosticSeverity.Error)) context.Wrong(
            finding.Code, finding.Message, finding.Remedy);
        if (!findings.IsEmpty) return;
        var made = Template.Of(statement);
        if (PromptOf(made) != PromptOf(template) && !(PromptOf(template) == "logic" && PromptOf(made) == "choice"))
            context.Wrong("agent.template", $"this is a '{made.Id}', but a '{template.Id}' was asked for");
    }

    private static Statement Amounts(JsonPart json, ReplyContext context)
    {
        var terms = JsonReply.Terms(json.Field("terms"), context);
        var limit = JsonReply.Limit(json.Field("limit"), context);
        var unit = JsonReply.TextOrNull(json.Field("unit"));
        var charges = JsonReply.Charges(json.Field("fixedCharges"), context);
        var isPlain = charges.IsEmpty && terms.All(term => term is { Value: 1, Deduction: null } && term.Coefficient.Evidence is null);
        return (isPlain, terms.Length) switch
        {
            (true, 1) => new Statement.SingleVariable(terms[0].Variable, limit),
            (true, > 1) => new Statement.Sum([.. terms.Select(term => term.Variable)], limit),
            _ => new Statement.WeightedSum(terms, limit) { FixedCharges = charges, Unit = unit },
        };
    }

    private static Statement Comparison(JsonPart json, ReplyContext context)
    {
        var left = JsonReply.Variables(json.Field("left"), context);
        var how = json.Field("operator").Text() switch
        {
            "at-most" => ComparisonOperator.AtMost,
            "at-least" => ComparisonOperator.AtLeast,
            "equal" => ComparisonOperator.Equal,
            _ => throw json.Field("operator").Wrong("must be one of at-most, at-least, equal"),
        };
        var factor = JsonReply.Number(json.Field("factor"), context);
        var right = JsonReply.Variables(json.Field("right"), context);
        var difference = JsonReply.NumberOrNull(json.Field("difference"), context);
        return left.Length == 1 && right.Length == 1 && difference is null or { Value: 0 }
            ? new Statement.Comparison(left[0], how, factor, right[0])
            : new Statement.SumComparison(left, how, factor, right, difference is { Value: 0 } ? null : difference);
    }

    private static Statement Logic(JsonPart json, ReplyContext context)
    {
        var condition = Group(json.Field("if"), context);
        var consequence = Group(json.Field("then"), context);
        switch (json.Field("kind").Text())
        {
            case "implication" when condition.Activities.Length > 0 && consequence.Activities.Length > 0:
                return new Statement.Implication(condition, consequence);
            case "equivalence" when condition.Activities.Length == 1 && consequence.Activities.Length == 1:
                return new Statement.Equivalence(condition.Activities[0], consequence.Activities[0]);
            case "requirement" when condition.Activities.IsEmpty && consequence.Activities.Length == 1:
                return new Statement.ActivityRequirement(consequence.Activities[0]);
            case "implication" or "equivalence" or "requirement":
                throw json.Wrong("holds too few or too many activities for its kind");
            default:
                throw json.Field("kind").Wrong("must be one of implication, equivalence, requirement");
        }
    }

    private static ActivityGroup Group(JsonPart group, ReplyContext context) => group.Object(part =>
    {
        var isAll = part.Field("all").Flag();
        return new ActivityGroup(part.Field("activities").List(item => JsonReply.Activity(item, context)), isAll);
    });
}
