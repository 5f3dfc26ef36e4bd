using FluentAssertions;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

/// <summary>What lists say of the variables, and what a set says beside its names. Nothing is tagged here.</summary>
public class NameListTests
{
    [Theory]
    [InlineData("We knit wool scarves, silk scarves, and linen scarves.", "wool scarf; silk scarf; linen scarf")]
    [InlineData("She knits scarves and caps. A scarf takes 3 hours, a cap 2.", "scarf; cap")]
    [InlineData("He knits two kinds of things, a scarf and a cap.", "scarf; cap")]
    [InlineData("There can be at most 20 scarves, 30 caps and 40 gloves.", "scarf; cap; glove")]
    [InlineData("In spring, the mill weaves felt, tweed and loden. Felt, tweed and loden sell.", "felt; tweed; loden | felt; tweed; loden")]
    [InlineData("Run press A, press B or press C.", "press a; press b; press c")]
    [InlineData("We lay type-1, type-2 and type-3 pipes.", "type 1; type 2; type 3")]
    [InlineData("We sow hectares of oats and hectares of rye.", "oat; rye")]
    [InlineData("He sews coats and rain coats. A coat sells for $9, a rain coat for $8. The coat is warm, each coat is long.", "coat; rain coat")]
    [InlineData("Number of scarves knitted\n- The number of caps\n- How many gloves to knit\n", "scarf; cap; glove")]
    [InlineData("A scarf costs $3.", "")]
    public void Lists_tell_things_apart(string text, string lists) =>
        string.Join(" | ", NameLists.Find(Tokenizer.Tokenize(text), []).All.Select(list => string.Join("; ", list.Keys))).Should().Be(lists);

    [Fact]
    public void A_name_within_another_is_another_thing_where_a_list_says_so()
    {
        var lists = NameLists.Find(Tokenizer.Tokenize("We make stools, chairs, and folding chairs. A chair costs $3."), []);
        lists.MayDiffer(new NameKey("chair"), new NameKey("folding", "chair")).Should().BeTrue();
        lists.MayDiffer(new NameKey("stool"), new NameKey("folding", "stool")).Should().BeFalse();
    }

    [Theory]
    [InlineData("An oak table takes 3 hours, a pine table takes 5. Oak and pine are dear.", "oak|pine", "oak, oak table | pine, pine table")]
    [InlineData("Oak needs 3 hours. Pine needs 5 hours.", "oak|pine", "oak | pine")]
    [InlineData("Rye and oats are sown. A hectare of rye brings $3, a hectare of oats $4.", "rye,hectare of rye|oat,hectare of oat", "rye | oat")]
    [InlineData("A crate of rye costs $3, a crate of oats $4.", "rye,crate of rye|oat,crate of oat", "crate of rye, rye | crate of oat, oat")]
    public void A_set_gathers_heads_and_drops_measures(string text, string names, string completed)
    {
        var tokens = Tokenizer.Tokenize(text);
        var candidates = CandidateName.Find(tokens, new int[tokens.Length], [], ParallelNames.Find(tokens), NameLists.Find(tokens, []));
        var set = new VariableSet([.. names.Split('|')
            .Select(keys => (IReadOnlyList<NameKey>)[.. keys.Split(',').Select(key => new NameKey(key.Split(' ')))])]);
        new SetBuilder(tokens, [], candidates).Complete(set).Signature.Should().Be(completed);
    }
}
