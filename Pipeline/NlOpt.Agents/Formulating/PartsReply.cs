using System.Collections.Immutable;
using System.Text.Json;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Agents.Formulating;

/// <summary>Reads the reply that splits a problem into its goal and its rules.</summary>
internal static class PartsReply
{
    private const int MostParts = 400;

    /// <summary>Reads it.</summary>
    public static Result<SplitProblem> Read(JsonElement root, Source source)
    {
        var context = new ReplyContext(source, [], []);
        var split = new JsonPart(root, "").Object(part => new SplitProblem(
            [.. part.Field("parts").List(item => Part(item, context)).OfType<FormulatedPart>()],
            [.. part.Field("unsupported").List(item => Unsupported(item, context)).OfType<UnsupportedDemand>()]));
        if (split.Parts.Length > MostParts) context.Wrong("agent.parts", $"there are {split.Parts.Length} parts, more than {MostParts}");
        var goals = split.Parts.Count(part => part.Template == Template.Objective);
        if (goals != 1 && context.Errors.IsEmpty)
            context.Wrong("agent.parts", $"the template '{Template.Objective.Id}' stands {goals} times", "give the goal exactly once");
        return context.Errors is { IsEmpty: false } errors ? Result.Failure<SplitProblem>(errors) : Result.Success(split);
    }

    /// <summary>A part by its template and quotes; null, and errors, where they cannot be used.</summary>
    public static FormulatedPart? Part(JsonPart json, ReplyContext context, bool hasSubject = true) => json.Object(part =>
    {
        var id = part.Field("template").Text();
        var quotes = part.Field("quotes").List(quote => quote.Text());
        var subject = hasSubject ? JsonReply.TextOrNull(part.Field("subject")) : null;
        if (quotes.IsEmpty) throw part.Field("quotes").Wrong("must hold at least one quote");
        ImmutableArray<Evidence> said = [.. quotes.Select(context.Place).OfType<Evidence>().Distinct()];
        if (Template.Find(id) is { } template) return said.IsEmpty ? null : new FormulatedPart(template, said, subject);
        context.Wrong("agent.template", $"there is no template '{ReplyContext.Short(id)}'",
            "use an id from the list of templates, or put the part under 'unsupported'");
        return null;
    });

    private static UnsupportedDemand? Unsupported(JsonPart json, ReplyContext context) => json.Object(part =>
    {
        var quote = part.Field("quote").Text();
        var reason = ReplyContext.Short(part.Field("reason").Text());
        return context.Place(quote) is { } said ? new UnsupportedDemand(said, reason) : null;
    });
}
