using System.Text.Json;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Agents.Formulating;

/// <summary>Reads the reply that formalises the goal.</summary>
internal static class ObjectiveReply
{
    private const int LongestName = 100;

    /// <summary>Reads it.</summary>
    /// <param name="root">The reply.</param>
    /// <param name="part">The goal as the problem says it.</param>
    /// <param name="frame">A formulation with the variables and the source, for the check.</param>
    public static Result<ObjectiveStatement> Read(JsonElement root, FormulatedPart part, ProblemFormulation frame)
    {
        var context = new ReplyContext(frame.Source, frame.Variables, part.Said);
        var objective = new JsonPart(root, "").Object(json =>
        {
            var name = json.Field("name").Text().Trim();
            if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) throw json.Field("name").Wrong(
                $"must have 1 to {LongestName} characters");
            return new ObjectiveStatement(Sense(json.Field("sense")), Class(json.Field("class")), name, JsonReply.Terms(json.Field("terms"), context))
            {
                FixedCharges = JsonReply.Charges(json.Field("fixedCharges"), context),
                Constant = JsonReply.NumberOrNull(json.Field("constant"), context) is { Value: not 0 } constant ? constant : null,
                Unit = JsonReply.TextOrNull(json.Field("unit")),
                Evidence = part.Said,
            };
        });
        if (context.Errors.IsEmpty)
        {
            foreach (var finding in FormulationCheck.Check(frame with { Objective = objective }).Where(
                finding => finding.Severity == DiagnosticSeverity.Error))
                context.Wrong(finding.Code, finding.Message, finding.Remedy);
        }

        return context.Errors is { IsEmpty: false } errors ? Result.Failure<ObjectiveStatement>(errors) : Result.Success(objective);
    }

    private static ObjectiveSense Sense(JsonPart sense) => sense.Text() switch
    {
        "minimize" => ObjectiveSense.Minimize,
        "maximize" => ObjectiveSense.Maximize,
        _ => throw sense.Wrong("must be one of minimize, maximize"),
    };

    private static ObjectiveClass Class(JsonPart kind) => kind.Text() switch
    {
        "profit" => ObjectiveClass.Profit,
        "cost" => ObjectiveClass.Cost,
        "revenue-minus-cost" => ObjectiveClass.RevenueMinusCost,
        "count" => ObjectiveClass.Count,
        "resource" => ObjectiveClass.Resource,
        _ => throw kind.Wrong("must be one of profit, cost, revenue-minus-cost, count, resource"),
    };
}
