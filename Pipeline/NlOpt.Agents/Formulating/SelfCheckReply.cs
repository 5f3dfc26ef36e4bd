using System.Collections.Immutable;
using System.Text.Json;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Agents.Formulating;

/// <summary>What a model finds wrong with its own formulation.</summary>
/// <param name="Wrong">Rules counted from 1, 0 for the goal, each with the reason.</param>
/// <param name="Missing">Rules that nobody understood.</param>
internal sealed record SelfCheckReply(ImmutableArray<(int Rule, string Why)> Wrong, ImmutableArray<FormulatedPart> Missing)
{
    /// <summary>Reads the reply.</summary>
    public static Result<SelfCheckReply> Read(JsonElement root, ProblemFormulation formulation)
    {
        var context = new ReplyContext(formulation.Source, [], []);
        var reply = new JsonPart(root, "").Object(part => new SelfCheckReply(
            part.Field("wrong").List(item =>
                item.Object(wrong => (Rule: wrong.Field("rule").Whole(), Why: ReplyContext.Short(wrong.Field("why").Text())))),
            [.. part.Field("missing").List(item => PartsReply.Part(item, context, hasSubject: false)).OfType<FormulatedPart>()]));
        foreach (var (rule, _) in reply.Wrong.Where(wrong => wrong.Rule < 0 || wrong.Rule > formulation.Statements.Length))
            context.Wrong("agent.rule", $"there is no rule {rule}",
                $"rules are counted from 1 to {formulation.Statements.Length}, and 0 is the goal");
        if (reply.Missing.Any(part => part.Template == Template.Objective)) context.Wrong("agent.rule", "a missing rule cannot be a goal");
        return context.Errors is { IsEmpty: false } errors ? Result.Failure<SelfCheckReply>(errors) : Result.Success(reply);
    }
}
