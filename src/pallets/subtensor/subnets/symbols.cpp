// Letters for the subnets' tokens, in the order in which subnets get them: alphabets of the world.
// Source: subtensor subnets/symbols.rs.
#include "pallets/subtensor/subnets/symbols.hpp"

#include <algorithm>
#include <set>

#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/utils/misc.hpp"

namespace subtensor {

// clang-format off
static constexpr std::string_view symbols[] = {
    "Τ", "α", "β", "γ", "δ", "ε", "ζ", "η", "θ", "ι", "κ", "λ", "μ", "ν", "ξ", "ο", "π", "ρ",
    "σ", "t", "υ", "φ", "χ", "ψ", "ω", "א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט", "י", "ך",
    "כ", "ל", "ם", "מ", "ן", "נ", "ס", "ע", "ף", "פ", "ץ", "צ", "ק", "ר", "ש", "ת", "ا", "ب",
    "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف",
    "ق", "ك", "ل", "م", "ن", "ه", "و", "ي", "ى", "ᚠ", "ᚢ", "ᚦ", "ᚨ", "ᚱ", "ᚳ", "Ы", "ᛉ", "ᛒ",
    " ", "ᚁ", "ᚂ", "ᚃ", "ᚄ", "ᚅ", "᚛", "ა", "ბ", "გ", "დ", "ე", "ვ", "Ա", "Բ", "Գ", "Դ", "Ե",
    "Զ", "՞", "Ѐ", "Ё", "Ђ", "Ѓ", "Є", "Ѕ", "ъ", "Ⲁ", "ⲁ", "Ⲃ", "ⲃ", "Ⲅ", "ⲅ", "𑀀", "𑀁", "𑀂",
    "𑀃", "𑀅", "න", "ඳ", "ප", "ඵ", "බ", "භ", "Ⰰ", "Ⰱ", "Ⰲ", "Ⰳ", "Ⰴ", "Ⰵ", "Ⰶ", "Ⰷ", "Ⰸ", "Ⰹ",
    "Ⰺ", "Ⰻ", "Ⰼ", "Ⰽ", "Ⰾ", "Ⰿ", "Ⱀ", "Ⱁ", "Ⱂ", "Ⱃ", "Ⱄ", "Ⱅ", "Ⱆ", "Ⱇ", "Ⱈ", "Ⱉ", "Ⱊ", "Ⱋ",
    "Ⱌ", "Ⱍ", "Ⱎ", "Ⱏ", "Ⱐ", "ก", "ข", "ฃ", "ค", "ฅ", "ฆ", "ง", "จ", "ฉ", "ช", "ซ", "ฌ", "ญ",
    "ฎ", "ฏ", "ฐ", "ฑ", "ฒ", "ณ", "ด", "ต", "ถ", "ท", "ธ", "น", "บ", "ป", "ผ", "ฝ", "พ", "ฟ",
    "ภ", "ม", "ย", "ร", "ล", "ว", "ศ", "ษ", "ส", "ห", "ฬ", "อ", "ฮ", "ㄱ", "ㄴ", "ㄷ", "ㄹ", "ㅁ",
    "ㅂ", "ㅅ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ", "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ",
    "ㅘ", "ㅙ", "ㅚ", "ㅛ", "ㅜ", "ㅝ", "ㅞ", "ㅟ", "ㅠ", "ㅡ", "ㅢ", "ㅣ", "አ", "ኡ", "ኢ", "ኣ", "ኤ", "እ",
    "ኦ", "ኧ", "ወ", "ዉ", "ዊ", "ዋ", "ዌ", "ው", "ዎ", "ኰ", "኱", "ኲ", "ኳ", "ኴ", "ኵ", "኶", "ጐ", "጑",
    "ጒ", "መ", "ጔ", "ጕ", "጖", "अ", "आ", "इ", "ई", "उ", "ऊ", "ऋ", "ए", "ऐ", "ओ", "औ", "क", "ख",
    "ग", "घ", "ङ", "च", "छ", "ज", "झ", "ञ", "ट", "ठ", "ड", "ढ", "ण", "त", "थ", "द", "ध", "न",
    "प", "फ", "ब", "भ", "म", "य", "र", "ल", "व", "श", "ष", "स", "ह", "ア", "イ", "ウ", "エ", "オ",
    "カ", "キ", "ク", "ケ", "コ", "サ", "シ", "ス", "セ", "ソ", "タ", "チ", "ツ", "テ", "ト", "ナ", "ニ", "ヌ",
    "ネ", "ノ", "ハ", "ヒ", "フ", "ヘ", "ホ", "マ", "ミ", "ム", "メ", "モ", "ヤ", "ユ", "ヨ", "ラ", "リ", "ル",
    "レ", "ロ", "ワ", "ヲ", "ン", "ⴰ", "ⴱ", "ⴲ", "ⴳ", "ⴴ", "ⴵ", "ⴶ", "ⴷ", "ⴸ", "ⴹ", "ⴺ", "ⴻ", "ⴼ",
    "ⴽ", "ⴾ", "ⴿ", "ⵀ", "ⵁ", "ⵂ", "ⵃ", "ⵄ", "ⵅ", "ⵆ", "ⵇ", "ⵈ", "ⵉ", "ⵊ", "ⵋ", "ⵌ", "ⵍ", "ⵎ",
    "ⵏ", "ⵐ", "ⵑ", "ⵒ", "ⵓ", "අ", "ආ", "ඉ", "ඊ", "උ", "ඌ", "ඍ", "ඎ", "ඏ", "ඐ", "එ", "ඒ", "ඓ",
    "ඔ", "ඕ", "ඖ", "ක", "ඛ", "ග", "ඝ", "ඞ", "ච", "ඡ", "ජ", "ඣ", "ඤ", "ට", "ඥ", "ඦ", "ඩ", "ඨ",
    "ඪ", "ණ", "ඬ", "ත", "ථ", "ද", "ධ",
};
// clang-format on

static Bytes bytes(std::string_view text) { return {text.begin(), text.end()}; }

Bytes get_symbol_for_subnet(NetUid netuid) {
    return bytes(netuid.id < std::size(symbols) ? symbols[netuid.id] : symbols[0]);
}

Bytes get_next_available_symbol(const State& s, NetUid netuid) {
    std::set<Bytes> used;
    for (auto& [other, symbol] : storage.TokenSymbol.under(s)) used.insert(symbol);
    auto own = get_symbol_for_subnet(netuid);
    if (!used.contains(own)) return own;
    for (auto symbol : std::span(symbols).subspan(1))  // the first is root's
        if (!used.contains(bytes(symbol))) return bytes(symbol);
    return bytes(symbols[0]);
}

Result<> update_symbol::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_subnet_owner_or_root(cx, origin, netuid));
    const std::string_view text(reinterpret_cast<const char*>(symbol.data()), symbol.size());
    const auto choice = std::span(symbols).subspan(1);  // the first is root's
    ENSURE(std::find(choice.begin(), choice.end(), text) != choice.end(),
           Error::SymbolDoesNotExist);
    for (auto& [other, taken] : storage.TokenSymbol.under(cx.state))
        ENSURE(taken != symbol, Error::SymbolAlreadyInUse);
    storage.TokenSymbol.set(cx.state, netuid, symbol);
    cx.emit(SymbolUpdated{netuid, symbol});
    return {};
}

}  // namespace subtensor
